using System.Text.Json;
using Gateway.Cloudflare.Json;
using Gateway.Columns;

namespace Gateway.Radar;

/// <summary>Reads a list of timestamps; a point without its time says nothing.</summary>
internal sealed class CtTimestampsSink : JsonSink
{
    private readonly ColumnBuilder _column = new();
    private readonly Items _items;

    public CtTimestampsSink() => _items = new Items(_column);

    public override JsonSink Value(ref Utf8JsonReader reader) => reader.TokenType is JsonTokenType.StartArray ? _items : Refused;

    /// <param name="last">The column of the series before, which is kept where this one is the same: as a rule.</param>
    public InstantColumn Take(InstantColumn? last)
    {
        var json = _column.Take();
        return last is not null && last.Json.SequenceEqual(json) ? last : new InstantColumn(json);
    }

    private sealed class Items(ColumnBuilder column) : JsonSink
    {
        public override JsonSink Value(ref Utf8JsonReader reader)
        {
            if (!CtTime.TryRead(ref reader, out var time))
            {
                return Refused;
            }

            if (!reader.ValueIsEscaped && InstantText.IsCanonical(reader.ValueSpan))
            {
                column.AddText(reader.ValueSpan);
            }
            else
            {
                column.AddInstant(time);
            }

            return Nothing;
        }
    }
}
