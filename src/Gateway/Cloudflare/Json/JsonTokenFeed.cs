using System.Text.Json;
using System.Text.Unicode;

namespace Gateway.Cloudflare.Json;

/// <summary>
/// Reads a JSON document piece by piece, and hands each token to the <see cref="JsonSink"/> of its place. The whole document is held to
/// what every answer is: well-formed, in valid UTF-8, not too deep, and without names that come twice in one object.
/// </summary>
internal sealed class JsonTokenFeed(JsonSink root)
{
    /// <summary>The depth that a document may have.</summary>
    public const int MaxDepth = 32;

    private readonly Level[] _levels = new Level[MaxDepth + 1];
    private readonly JsonNames _names = new();
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = MaxDepth });
    private JsonSink _target = root;
    private int _depth;

    /// <summary>Whether one of the sinks refused a value; the document may be well-formed all the same.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Reads as many tokens as are complete.</summary>
    /// <param name="bytes">What follows the bytes that have been consumed.</param>
    /// <param name="isLast">Whether the document ends here.</param>
    /// <returns>How many bytes were consumed; the others have to come again, with more.</returns>
    /// <exception cref="JsonException">The document is not what every answer is.</exception>
    public int Read(ReadOnlySpan<byte> bytes, bool isLast)
    {
        var reader = new Utf8JsonReader(bytes, isLast, _state);
        while (reader.Read())
        {
            Take(ref reader);
        }

        _state = reader.CurrentState;
        return (int)reader.BytesConsumed;
    }

    private void Take(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                CheckText(ref reader);
                CheckName(ref reader);
                _target = _levels[_depth].Sink.Member(ref reader);
                break;

            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                Open(Value(ref reader));
                break;

            case JsonTokenType.EndObject:
                Close().EndObject();
                break;

            case JsonTokenType.EndArray:
                Close().EndList();
                break;

            case JsonTokenType.String:
                CheckText(ref reader);
                Value(ref reader);
                break;

            default:
                Value(ref reader);
                break;
        }
    }

    private JsonSink Value(ref Utf8JsonReader reader)
    {
        var within = _target.Value(ref reader);
        IsRefused |= ReferenceEquals(within, JsonSink.Refused);
        return within;
    }

    private void Open(JsonSink sink)
    {
        var mayRepeat = _levels[_depth].NamesMayRepeat || sink.NamesMayRepeat;
        _levels[++_depth] = new Level(sink, mayRepeat, _names.Count);
        _target = sink;
    }

    private JsonSink Close()
    {
        var level = _levels[_depth--];
        _names.Truncate(level.FirstName);

        // In a list the items go on; in an object the next name will tell.
        _target = _levels[_depth].Sink;
        return level.Sink;
    }

    private void CheckName(ref Utf8JsonReader reader)
    {
        ref readonly var level = ref _levels[_depth];
        if (level.NamesMayRepeat)
        {
            return;
        }

        var isNew = reader.ValueIsEscaped
            ? TryAddEscaped(ref reader, level.FirstName)
            : _names.TryAdd(reader.ValueSpan, level.FirstName);
        if (!isNew)
        {
            throw new JsonException("A name comes twice in one object.");
        }
    }

    private bool TryAddEscaped(ref Utf8JsonReader reader, int first)
    {
        try
        {
            var name = new byte[reader.ValueSpan.Length];
            return _names.TryAdd(name.AsSpan(0, reader.CopyString(name)), first);
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("The escapes of a name are no Unicode.", exception);
        }
    }

    // The reader itself looks at what is written in ASCII alone.
    private static void CheckText(ref Utf8JsonReader reader)
    {
        if (!Utf8.IsValid(reader.ValueSpan))
        {
            throw new JsonException("A string is not valid UTF-8.");
        }
    }

    /// <param name="Sink">Takes what is within.</param>
    /// <param name="NamesMayRepeat">Here and further down.</param>
    /// <param name="FirstName">Where its names start.</param>
    private readonly record struct Level(JsonSink Sink, bool NamesMayRepeat, int FirstName);
}
