using System.Text.Json;
using Gateway.Cloudflare.Json;

namespace Gateway.Spectrum.Wire;

/// <summary>
/// Reads a row's metrics: a list of columns, or a flat list with one value for each metric. What is null is a null value, or a column of one.
/// </summary>
internal sealed class ColumnsSink : JsonSink
{
    private readonly List<double?[]> _columns = [];
    private readonly Items _items;

    public ColumnsSink() => _items = new Items(_columns);

    public override JsonSink Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartArray => _items,
        JsonTokenType.Null => Nothing,
        _ => Refused,
    };

    public double?[][] Take()
    {
        double?[][] columns = [.. _columns];
        _columns.Clear();
        return columns;
    }

    private static bool TryRead(ref Utf8JsonReader reader, out double? value)
    {
        value = reader.TokenType is JsonTokenType.Number ? NumberField.Read(ref reader) : null;
        return reader.TokenType is JsonTokenType.Number or JsonTokenType.Null;
    }

    private sealed class Items(List<double?[]> columns) : JsonSink
    {
        // Four times as many as there are.
        private const int MaxCount = 4 * SpectrumNames.MetricCount;

        private readonly Column _column = new(columns);

        public override JsonSink Value(ref Utf8JsonReader reader)
        {
            if (columns.Count == MaxCount)
            {
                return Refused;
            }

            if (reader.TokenType is JsonTokenType.StartArray)
            {
                return _column;
            }

            if (!TryRead(ref reader, out var value))
            {
                return Refused;
            }

            columns.Add([value]);
            return Nothing;
        }
    }

    private sealed class Column(List<double?[]> columns) : JsonSink
    {
        private readonly List<double?> _values = [];

        public override JsonSink Value(ref Utf8JsonReader reader)
        {
            if (!TryRead(ref reader, out var value))
            {
                return Refused;
            }

            _values.Add(value);
            return Nothing;
        }

        public override void EndList()
        {
            columns.Add([.. _values]);
            _values.Clear();
        }
    }
}
