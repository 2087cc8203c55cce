using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Gateway.Columns;

namespace Gateway.Upstream.Json;

/// <summary>
/// A forward-only reader of a JSON document in any number of segments. Numbers may be in quotes. Each method that reads a value leaves the
/// reader at the value's last token. A copy of the reader is a position to return to.
/// </summary>
/// <remarks>
/// Throws <see cref="JsonException"/> for text that is not JSON or deeper than <see cref="MaxDepth"/>, and
/// <see cref="InvalidOperationException"/> for a string that is not valid Unicode. <c>Envelope</c> turns both into a failure.
/// </remarks>
internal ref struct JsonReader
{
    public const int MaxDepth = 32;

    private Utf8JsonReader _reader;
    private byte[] _buffer = [];

    public JsonReader(in ReadOnlySequence<byte> json) => _reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });

    public readonly JsonTokenType Token => _reader.TokenType;

    public static JsonException Invalid(string fault) => new(fault);

    /// <summary>Moves to the next token. False at the end of the document.</summary>
    public bool Read() => _reader.Read();

    /// <summary>Reads the current value, of any kind.</summary>
    public JsonElement Element() => JsonElement.ParseValue(ref _reader);

    /// <summary>Moves to the end of an object or array. Does nothing at any other value.</summary>
    public void Skip() => _reader.Skip();

    /// <summary>Whether the current value is of a kind. Skips a value of another kind.</summary>
    public bool Enter(JsonTokenType kind)
    {
        if (Token == kind)
        {
            return true;
        }

        Skip();
        return false;
    }

    /// <summary>Whether the current value is an object or array of the given kind. False for null; throws for any other value.</summary>
    public readonly bool EnterUnlessNull(JsonTokenType start) =>
        Token == start || (Token is JsonTokenType.Null ? false : throw Invalid("A value is of another kind."));

    /// <summary>Moves to the next item of an array. False at its end.</summary>
    public bool NextItem() => _reader.Read() && Token is not JsonTokenType.EndArray;

    /// <summary>Moves to the next name in an object. False at its end.</summary>
    public bool NextName() => _reader.Read() && Token is not JsonTokenType.EndObject;

    public readonly bool IsName(ReadOnlySpan<byte> name) => _reader.ValueTextEquals(name);

    /// <summary>The current name.</summary>
    public readonly string Name() => _reader.GetString()!;

    /// <summary>Moves to the value of the next known member, and skips other members.</summary>
    /// <param name="members">The known members. A repeated one is invalid, since it is unclear which one is right.</param>
    /// <param name="seen">A bit for each member that was read; 0 at the start of an object.</param>
    /// <returns>The name of the member; null at the end of the object.</returns>
    public string? NextMember(JsonMembers members, ref uint seen) =>
        NextIndex(members, ref seen) is >= 0 and var index ? members[index] : null;

    /// <inheritdoc cref="NextMember"/>
    /// <returns>The index of the member; -1 at the end of the object.</returns>
    public int NextIndex(JsonMembers members, ref uint seen)
    {
        while (NextName())
        {
            var index = members.IndexOf(ref _reader);
            _reader.Read();
            if (index >= 0)
            {
                var bit = 1u << index;
                seen = (seen & bit) == 0 ? seen | bit : throw Invalid("A member comes twice.");
                return index;
            }

            Skip();
        }

        return -1;
    }

    /// <summary>The text of a string, unescaped, or of a number; empty for any other value. Valid until the next call.</summary>
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

    /// <summary>A string, or the text of a number; null for any other value.</summary>
    public string? TextOrNumber() => Token is JsonTokenType.Number ? Encoding.UTF8.GetString(Scalar()) : Text();

    /// <summary>A string; null for an empty string and for any other value.</summary>
    public string? TextUnlessEmpty() => Text() is { Length: > 0 } text ? text : null;

    /// <summary>A number; null for any other value, and beyond the range of a double.</summary>
    public double? Number() => NumberText.Parse(Scalar());

    /// <summary>A number; null for null, and beyond the range of a double. Throws for any other value.</summary>
    public double? NumberOrNull() =>
        Number() ?? (Token is JsonTokenType.Null or JsonTokenType.Number ? null : throw Invalid("A value is no number."));

    /// <summary>A whole number; null for any other value, and beyond the range of an Int.</summary>
    public int? Integer() => NumberText.ToInteger(Number());

    /// <summary>An instant of RFC 3339; null for any other value.</summary>
    public DateTimeOffset? Instant() => InstantText.Parse(Scalar());

    public bool? Boolean()
    {
        Skip();
        return Token is JsonTokenType.True or JsonTokenType.False ? Token is JsonTokenType.True : null;
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
