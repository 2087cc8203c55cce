using System.Text.Json;
using Gateway.Cloudflare.Json;
using Gateway.Columns;

namespace Gateway.Spectrum.Wire;

/// <summary>
/// Reads a row's metrics: a list of columns, or a flat list with one value for each metric. What is null is a null value, or a column of one.
/// </summary>
internal sealed class ColumnsSink : JsonSink
{
    // Four times as many as there are.
    private const int MaxCount = 4 * SpectrumNames.MetricCount;

    private readonly List<NumberColumn> _columns = [];
    private readonly ColumnBuilder _builder = new();
    private readonly Items _items;
    private readonly Values _values;

    public ColumnsSink() => (_items, _values) = (new Items(this), new Values(this));

    public override JsonSink Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartArray => _items,
        JsonTokenType.Null => Nothing,
        _ => Refused,
    };

    public NumberColumn[] Take()
    {
        NumberColumn[] columns = [.. _columns];
        _columns.Clear();
        return columns;
    }

    private void EndColumn() => _columns.Add(new NumberColumn(_builder.Take()));

    /// <summary>Takes the columns; what is none is a column of one.</summary>
    private sealed class Items(ColumnsSink columns) : JsonSink
    {
        public override JsonSink Value(ref Utf8JsonReader reader)
        {
            if (columns._columns.Count == MaxCount)
            {
                return Refused;
            }

            if (reader.TokenType is JsonTokenType.StartArray)
            {
                return columns._values;
            }

            var taken = columns._values.Value(ref reader);
            columns.EndColumn();
            return taken;
        }
    }

    /// <summary>Takes the values of a column.</summary>
    private sealed class Values(ColumnsSink columns) : JsonSink
    {
        public override JsonSink Value(ref Utf8JsonReader reader)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.Number:
                    columns._builder.AddNumber(reader.ValueSpan);
                    return Nothing;

                case JsonTokenType.Null:
                    columns._builder.AddNull();
                    return Nothing;

                default:
                    return Refused;
            }
        }

        public override void EndList() => columns.EndColumn();
    }
}
