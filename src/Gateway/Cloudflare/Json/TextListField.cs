using System.Text.Json;

namespace Gateway.Cloudflare.Json;

/// <summary>A list of strings, each of which may be null, kept until it is taken.</summary>
internal sealed class TextListField : JsonSink
{
    private readonly Items _items = new();

    public override JsonSink Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartArray => _items,
        JsonTokenType.Null => Nothing,
        _ => Refused,
    };

    /// <summary>Empty where there was none.</summary>
    public string?[] Take()
    {
        string?[] texts = [.. _items.Texts];
        _items.Texts.Clear();
        return texts;
    }

    private sealed class Items : JsonSink
    {
        public List<string?> Texts { get; } = [];

        public override JsonSink Value(ref Utf8JsonReader reader)
        {
            string? text = null;
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null) || !TextField.TryRead(ref reader, out text))
            {
                return Refused;
            }

            Texts.Add(text);
            return Nothing;
        }
    }
}
