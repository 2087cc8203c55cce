namespace Gateway.Radar.Responses;

/// <summary>One series. It may lack its latest intervals: those that Cloudflare has not finished counting.</summary>
public sealed class CtSeries
{
    internal CtSeries(string name, CtColumns columns) => (Name, Columns) = (name, columns);

    internal CtColumns Columns { get; }

    /// <summary>The name that the request gave it; without one `serie_0` for the first, and so on.</summary>
    public string Name { get; }

    /// <summary>One point for each interval, in time's order.</summary>
    public IReadOnlyList<CtPoint> Points => Columns;

    /// <summary>The start of each interval, as a plain column: compact, for charts.</summary>
    public IReadOnlyList<DateTimeOffset> Timestamps => Columns.Timestamps;

    /// <summary>The value of each interval, as a plain column in the order of `timestamps`; null where there is none.</summary>
    public IReadOnlyList<double?> Values => Columns.Values;
}
