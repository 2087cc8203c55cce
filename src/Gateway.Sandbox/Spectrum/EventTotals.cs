namespace Gateway.Sandbox.Spectrum;

/// <summary>The totals of a set of events.</summary>
internal readonly record struct EventTotals(long Count, long Ingress, long Egress, long DurationMicroseconds)
{
    // Durations are exponentially distributed: each quantile is the mean times -ln(1 - p).
    private const double Median = 0.693147;
    private const double Ninetieth = 2.302585;
    private const double NinetyNinth = 4.605170;

    public static EventTotals operator +(EventTotals a, EventTotals b) =>
        new(a.Count + b.Count, a.Ingress + b.Ingress, a.Egress + b.Egress, a.DurationMicroseconds + b.DurationMicroseconds);

    public static EventTotals operator -(EventTotals a, EventTotals b) =>
        new(a.Count - b.Count, a.Ingress - b.Ingress, a.Egress - b.Egress, a.DurationMicroseconds - b.DurationMicroseconds);

    /// <summary>
    /// The value of a metric. Durations are in milliseconds, and belong to the whole set: they are not sums of its parts.
    /// </summary>
    public double Value(string metric) => metric switch
    {
        "count" => Count,
        "bytesIngress" => Ingress,
        "bytesEgress" => Egress,
        "durationAvg" => Duration(1),
        "durationMedian" => Duration(Median),
        "duration90th" => Duration(Ninetieth),
        _ => Duration(NinetyNinth),
    };

    private double Duration(double factor) => Count == 0 ? 0 : Math.Round(factor * DurationMicroseconds / Count / 1000, 3);
}
