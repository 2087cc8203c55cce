using System.Text.Json;

namespace Gateway.Cloudflare.Json;

/// <summary>A number, kept until it is taken; null or infinite is none.</summary>
/// <param name="otherwise">What becomes of another value; null is nothing in any case.</param>
internal sealed class NumberField(JsonSink otherwise) : JsonSink
{
    private double? _number;

    public override JsonSink Value(ref Utf8JsonReader reader)
    {
        _number = null;
        if (reader.TokenType is not JsonTokenType.Number)
        {
            return reader.TokenType is JsonTokenType.Null ? Nothing : otherwise;
        }

        _number = Read(ref reader);
        return Nothing;
    }

    public double? Take()
    {
        var number = _number;
        _number = null;
        return number;
    }

    /// <summary>Null beyond the range of a double, which is read as infinite: GraphQL can't say that.</summary>
    public static double? Read(ref Utf8JsonReader reader) =>
        reader.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;
}
