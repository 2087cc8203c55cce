using System.Globalization;
using System.Text;
using System.Text.Json;
using Gateway.Cloudflare.Json;

namespace Gateway.Radar;

/// <summary>Reads a list of values: numbers, or numbers in strings; what is neither is null.</summary>
internal sealed class CtValuesSink : JsonSink
{
    private readonly Items _items = new();

    public override JsonSink Value(ref Utf8JsonReader reader) => reader.TokenType is JsonTokenType.StartArray ? _items : Refused;

    /// <param name="count">How many are wanted: those that are not there are null.</param>
    public double?[] Take(int count)
    {
        var values = new double?[count];
        _items.Values.CopyTo(0, values, 0, Math.Min(count, _items.Values.Count));
        _items.Values.Clear();
        return values;
    }

    private sealed class Items : JsonSink
    {
        // A sign, a fraction and an exponent: Cloudflare writes small shares as 1.4e-05.
        private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

        public List<double?> Values { get; } = [];

        public override JsonSink Value(ref Utf8JsonReader reader)
        {
            if (reader.TokenType is JsonTokenType.String && reader.ValueIsEscaped)
            {
                Values.Add(TextField.TryRead(ref reader, out var text) ? Number(Encoding.UTF8.GetBytes(text!)) : null);
            }
            else
            {
                Values.Add(reader.TokenType is JsonTokenType.String or JsonTokenType.Number ? Number(reader.ValueSpan) : null);
            }

            return Nothing;
        }

        private static double? Number(ReadOnlySpan<byte> utf8) =>
            double.TryParse(utf8, Style, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }
}
