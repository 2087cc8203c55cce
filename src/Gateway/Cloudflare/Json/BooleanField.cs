using System.Text.Json;

namespace Gateway.Cloudflare.Json;

/// <summary>True or false, kept until it is taken; anything else is neither.</summary>
internal sealed class BooleanField : JsonSink
{
    private bool? _value;

    public override JsonSink Value(ref Utf8JsonReader reader)
    {
        _value = reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => null,
        };
        return Nothing;
    }

    public bool? Take()
    {
        var value = _value;
        _value = null;
        return value;
    }
}
