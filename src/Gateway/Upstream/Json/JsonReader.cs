using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Gateway.Columns;

namespace Gateway.Upstream.Json;

/// <summary>
/// Reads a JSON document forwards, value by value, wherever its bytes are split. Numbers may stand in quotes.
/// Each method that reads a value leaves the reader at its last token. A copy of the reader is a place to go back to.
/// </summary>
/// <remarks>
/// Throws <see cref="JsonException"/> for what is no JSON, or deeper than <see cref="MaxDepth"/>, and
/// <see cref="InvalidOperationException"/> for a string that is no Unicode. The envelope's reader turns both into a value.
/// </remarks>
internal ref struct JsonReader
{
    public const int MaxDepth = 32;

    private Utf8JsonReader _reader;
    private byte[] _buffer = [];

    public JsonReader(in ReadOnlySequence<byte> json) => _reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });

    public readonly JsonTokenType Token => _reader.TokenType;

    public static JsonException Invalid(string fault) => new(fault);

    /// <summary>Goes to the next token; false at the end of the document.</summary>
    public bool Read() => _reader.Read();

    /// <summary>The value at which the reader stands, whatever it is.</summary>
    public JsonElement Element() => JsonElement.ParseValue(ref _reader);

    /// <summary>Goes to the end of an object or list; any other value is at its end already.</summary>
    public void Skip() => _reader.Skip();

    /// <summary>Whether the reader stands at a value of a kind; another one is skipped.</summary>
    public bool Enter(JsonTokenType kind)
    {
        if (Token == kind)
        {
            return true;
        }

        Skip();
        return false;
    }

    /// <summary>Whether the reader stands at the start of an object or list; another value than null is invalid.</summary>
    public readonly bool EnterUnlessNull(JsonTokenType start) =>
        Token == start || (Token is JsonTokenType.Null ? false : throw Invalid("A value is of another kind."));

    /// <summary>Goes to the next item of a list; false at its end.</summary>
    public bool NextItem() => _reader.Read() && Token is not JsonTokenType.EndArray;

    /// <summary>Goes to the next name in an object; false at its end.</summary>
    public bool NextName() => _reader.Read() && Token is not JsonTokenType.EndObject;

    public readonly bool IsName(ReadOnlySpan<byte> name) => _reader.ValueTextEquals(name);

    /// <summary>The name at which the reader stands.</summary>
    public readonly string Name() => _reader.GetString()!;

    /// <summary>Goes to the value of the next member that is known; skips the others.</summary>
    /// <param name="members">The known ones. One that comes twice is invalid: which of the two is right can't be told.</param>
    /// <param name="seen">A bit for each member that came; 0 at the start of an object.</param>
    /// <returns>The name; null at the end of the object.</returns>
    public string? NextMember(JsonMembers members, ref uint seen)
    {
        while (NextName())
        {
            var index = members.IndexOf(ref _reader);
            _reader.Read();
            if (index >= 0)
            {
                var bit = 1u << index;
                seen = (seen & bit) == 0 ? seen | bit : throw Invalid("A member comes twice.");
                return members[index];
            }

            Skip();
        }

        return null;
    }

    /// <summary>The characters of a string, without escapes, or of a number; empty for another value. Valid until the next call.</summary>
    public ReadOnlySpan<byte> Scalar()
    {
        Skip();
        if (Token is not (JsonTokenType.String or JsonTokenType.Number))
        {
            return default;
        }

        var text = _reader.HasValueSequence || _reader.ValueIsEscaped ? Copy() : _reader.ValueSpan;
        return Utf8.IsValid(text) ? text : throw Invalid("A string is not valid UTF-8.");
    }

    /// <summary>A string; null for any other value.</summary>
    public string? Text() => Enter(JsonTokenType.String) ? _reader.GetString() : null;

    /// <summary>A string, or the characters of a number; null for any other value.</summary>
    public string? TextOrNumber() => Token is JsonTokenType.Number ? Encoding.UTF8.GetString(Scalar()) : Text();

    /// <summary>A string that is not empty; null for any other value.</summary>
    public string? TextUnlessEmpty() => Text() is { Length: > 0 } text ? text : null;

    /// <summary>Null for what is no number, or beyond the range of a double.</summary>
    public double? Number() => NumberText.Parse(Scalar());

    /// <summary>Null for null, and beyond the range of a double; another value that is no number is invalid.</summary>
    public double? NumberOrNull() =>
        Number() ?? (Token is JsonTokenType.Null or JsonTokenType.Number ? null : throw Invalid("A value is no number."));

    /// <summary>Null for what is no whole number, or beyond the range of an Int.</summary>
    public int? Integer() => NumberText.ToInteger(Number());

    /// <summary>Null for what is no instant of RFC 3339.</summary>
    public DateTimeOffset? Instant() => InstantText.Parse(Scalar());

    public bool? Boolean()
    {
        Skip();
        return Token switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => null,
        };
    }

    private ReadOnlySpan<byte> Copy()
    {
        var length = _reader.HasValueSequence ? (int)_reader.ValueSequence.Length : _reader.ValueSpan.Length;
        if (_buffer.Length < length)
        {
            _buffer = new byte[Math.Max(length, 64)];
        }

        if (Token is JsonTokenType.String)
        {
            return _buffer.AsSpan(0, _reader.CopyString(_buffer));
        }

        _reader.ValueSequence.CopyTo(_buffer);
        return _buffer.AsSpan(0, length);
    }
}
