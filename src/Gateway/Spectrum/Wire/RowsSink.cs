using System.Collections.Immutable;
using System.Text.Json;
using Gateway.Cloudflare.Json;
using Gateway.Columns;

namespace Gateway.Spectrum.Wire;

/// <summary>
/// Reads the rows of an answer: one for each combination of dimension values. How many points there are is what the answer has, never
/// computed.
/// </summary>
internal sealed class RowsSink : ObjectSink
{
    // All events, data centres and versions of IP, of some thirty applications; and a bound on what an answer of "{}," is in memory.
    private const int MaxCount = 100_000;

    private readonly List<Row> _rows = [];
    private readonly TextListField _dimensions = new();
    private readonly ColumnsSink _columns = new();

    public RowsSink()
        : base(otherwise: Refused) => List = new ListSink(this, otherwise: Refused);

    /// <summary>Takes the list of them.</summary>
    public JsonSink List { get; }

    public override JsonSink Value(ref Utf8JsonReader reader)
    {
        if (_rows.Count == MaxCount)
        {
            return Refused;
        }

        if (reader.TokenType is JsonTokenType.Null)
        {
            EndObject();
        }

        return base.Value(ref reader);
    }

    public override JsonSink Member(ref Utf8JsonReader name) =>
        name.ValueTextEquals("dimensions"u8) ? _dimensions
        : name.ValueTextEquals("metrics"u8) ? _columns
        : Nothing;

    public override void EndObject() => _rows.Add(new Row(_dimensions.Take(), _columns.Take()));

    public SpectrumRow[] Build(Echo echo, TimeIntervals intervals)
    {
        var points = intervals.Count;
        foreach (var row in _rows)
        {
            foreach (var column in row.Columns)
            {
                points = Math.Max(points, column.Count);
            }
        }

        var missing = NumberColumn.OfNulls(points);
        var rows = new SpectrumRow[_rows.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new SpectrumRow(
                Dimensions(_rows[i].Dimensions, echo.Dimensions), intervals, Columns(_rows[i].Columns, echo.Metrics, missing));
        }

        return rows;
    }

    private static SpectrumDimensions Dimensions(string?[] values, SpectrumDimension?[] names)
    {
        var known = new string?[SpectrumNames.DimensionCount];
        for (var i = 0; i < Math.Min(values.Length, names.Length); i++)
        {
            if (names[i] is { } name)
            {
                known[(int)name] = values[i];
            }
        }

        return new SpectrumDimensions
        {
            EventName = known[(int)SpectrumDimension.Event],
            AppId = known[(int)SpectrumDimension.AppId],
            ColoName = known[(int)SpectrumDimension.ColoName],
            IpVersion = SpectrumDimensions.ParseIpVersion(known[(int)SpectrumDimension.IpVersion]),
        };
    }

    /// <param name="values">The columns as they came, each of its own length.</param>
    /// <param name="names">What they are.</param>
    /// <param name="missing">The column of a metric that is not there.</param>
    private static ImmutableArray<NumberColumn> Columns(NumberColumn[] values, SpectrumMetric?[] names, NumberColumn missing)
    {
        var columns = ImmutableArray.CreateBuilder<NumberColumn>(SpectrumNames.MetricCount);
        for (var i = 0; i < SpectrumNames.MetricCount; i++)
        {
            columns.Add(missing);
        }

        for (var i = 0; i < Math.Min(values.Length, names.Length); i++)
        {
            if (names[i] is { } name)
            {
                columns[(int)name] = values[i].WithCount(missing.Count);
            }
        }

        return columns.MoveToImmutable();
    }

    /// <param name="Dimensions">In the order of the echo.</param>
    /// <param name="Columns"><c>[metric][interval]</c>, metrics in the order of the echo.</param>
    private readonly record struct Row(string?[] Dimensions, NumberColumn[] Columns);
}
