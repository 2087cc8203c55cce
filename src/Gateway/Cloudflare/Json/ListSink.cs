using System.Text.Json;

namespace Gateway.Cloudflare.Json;

/// <summary>A list whose items all go to one sink.</summary>
/// <param name="items">Takes the items.</param>
/// <param name="otherwise">What becomes of another value; null is nothing in any case.</param>
internal sealed class ListSink(JsonSink items, JsonSink otherwise) : JsonSink
{
    public override JsonSink Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartArray => items,
        JsonTokenType.Null => Nothing,
        _ => otherwise,
    };
}

/// <summary>A list, or a lone object that stands for a list of one; anything else is nothing.</summary>
/// <param name="items">Takes the items.</param>
internal sealed class ListOrObjectSink(JsonSink items) : JsonSink
{
    public override JsonSink Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartArray => items,
        JsonTokenType.StartObject => items.Value(ref reader),
        _ => Nothing,
    };
}
