using System.Text.Json;

namespace Gateway.Cloudflare.Json;

/// <summary>A string, kept until it is taken.</summary>
/// <param name="otherwise">What becomes of another value; null is nothing in any case.</param>
internal sealed class TextField(JsonSink otherwise) : JsonSink
{
    private string? _text;

    public override JsonSink Value(ref Utf8JsonReader reader)
    {
        _text = null;
        return reader.TokenType switch
        {
            JsonTokenType.String => TryRead(ref reader, out _text) ? Nothing : Refused,
            JsonTokenType.Null => Nothing,
            _ => otherwise,
        };
    }

    /// <summary>Null where there was none, or something else.</summary>
    public string? Take()
    {
        var text = _text;
        _text = null;
        return text;
    }

    /// <summary>The same where an empty string says no more than none.</summary>
    public string? TakeUnlessEmpty() => Take() is { Length: > 0 } text ? text : null;

    /// <returns>False where the escapes of a string are no Unicode.</returns>
    public static bool TryRead(ref Utf8JsonReader reader, out string? text)
    {
        try
        {
            text = reader.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            text = null;
            return false;
        }
    }
}
