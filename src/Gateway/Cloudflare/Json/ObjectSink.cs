using System.Text.Json;

namespace Gateway.Cloudflare.Json;

/// <summary>An object, by its members.</summary>
/// <param name="otherwise">What becomes of another value; null is nothing in any case.</param>
internal abstract class ObjectSink(JsonSink otherwise) : JsonSink
{
    public override JsonSink Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => this,
        JsonTokenType.Null => Nothing,
        _ => otherwise,
    };

    public abstract override JsonSink Member(ref Utf8JsonReader name);
}
