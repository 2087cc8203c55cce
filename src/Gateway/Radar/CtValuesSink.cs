using System.Text;
using System.Text.Json;
using Gateway.Cloudflare.Json;
using Gateway.Columns;

namespace Gateway.Radar;

/// <summary>Reads a list of values: numbers, or numbers in strings; what is neither is null.</summary>
internal sealed class CtValuesSink : JsonSink
{
    private readonly ColumnBuilder _column = new();
    private readonly Items _items;

    public CtValuesSink() => _items = new Items(_column);

    public override JsonSink Value(ref Utf8JsonReader reader) => reader.TokenType is JsonTokenType.StartArray ? _items : Refused;

    /// <param name="count">How many are wanted: those that are not there are null.</param>
    public NumberColumn Take(int count) => new(_column.Take(count));

    private sealed class Items(ColumnBuilder column) : JsonSink
    {
        public override JsonSink Value(ref Utf8JsonReader reader)
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number))
            {
                column.AddNull();
            }
            else if (!reader.ValueIsEscaped)
            {
                column.AddNumber(reader.ValueSpan);
            }
            else
            {
                column.AddNumber(TextField.TryRead(ref reader, out var text) ? Encoding.UTF8.GetBytes(text!) : default);
            }

            return Nothing;
        }
    }
}
