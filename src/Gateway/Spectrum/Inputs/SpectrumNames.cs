using System.Collections.Immutable;

namespace Gateway.Spectrum.Inputs;

/// <summary>How metrics, dimensions, events and intervals are spelled on the wire and in the schema.</summary>
internal static class SpectrumNames
{
    public const int MetricCount = 7;

    public const int DimensionCount = 4;

    // The fields in the order of SpectrumSort: the metrics, then the dimensions, each in the order of its enum.
    private static readonly ImmutableArray<string> Fields =
    [
        "count", "bytesIngress", "bytesEgress", "durationAvg", "durationMedian", "duration90th", "duration99th",
        "event", "appID", "coloName", "ipVersion",
    ];

    private static readonly ImmutableArray<string> SchemaFields =
    [
        "COUNT", "BYTES_INGRESS", "BYTES_EGRESS", "DURATION_AVG", "DURATION_MEDIAN", "DURATION_90TH", "DURATION_99TH",
        "EVENT", "APP_ID", "COLO_NAME", "IP_VERSION",
    ];

    private static readonly ImmutableArray<string> Events = ["connect", "progress", "disconnect", "originError", "clientFiltered"];

    private static readonly ImmutableArray<string> TimeDeltas =
        ["year", "quarter", "month", "week", "day", "hour", "dekaminute", "minute"];

    /// <summary>On the wire, and as a field of the schema's objects.</summary>
    public static string Wire(this SpectrumMetric metric) => Fields[(int)metric];

    public static string Wire(this SpectrumDimension dimension) => Fields[MetricCount + (int)dimension];

    public static string Wire(this SpectrumTimeDelta timeDelta) => TimeDeltas[(int)timeDelta];

    /// <summary>Null for <see cref="SpectrumEvent.Unknown"/>, which is no event of Cloudflare's.</summary>
    public static string? Wire(this SpectrumEvent value) => (int)value < Events.Length ? Events[(int)value] : null;

    /// <summary>The field without its direction.</summary>
    public static string Wire(this SpectrumSort sort) => Fields[sort.Field()];

    public static bool IsDescending(this SpectrumSort sort) => ((int)sort & 1) == 1;

    /// <summary>The index of the field among all metrics, followed by all dimensions.</summary>
    public static int Field(this SpectrumSort sort) => (int)sort >> 1;

    public static int Field(this SpectrumMetric metric) => (int)metric;

    public static int Field(this SpectrumDimension dimension) => MetricCount + (int)dimension;

    /// <summary>The name of a field in the schema's enums.</summary>
    public static string SchemaName(int field) => SchemaFields[field];

    public static SpectrumMetric? MetricInSchema(string name) =>
        SchemaFields.IndexOf(name) is >= 0 and < MetricCount and var index ? (SpectrumMetric)index : null;

    public static SpectrumMetric? Metric(string? wire) =>
        Field(wire) is >= 0 and < MetricCount and var field ? (SpectrumMetric)field : null;

    public static SpectrumDimension? Dimension(string? wire) =>
        Field(wire) is >= MetricCount and var field ? (SpectrumDimension)(field - MetricCount) : null;

    /// <summary>What is not known is <see cref="SpectrumEvent.Unknown"/>.</summary>
    public static SpectrumEvent Event(string wire) =>
        Events.IndexOf(wire) is >= 0 and var index ? (SpectrumEvent)index : SpectrumEvent.Unknown;

    /// <summary>A field with its direction in front: <c>+count</c>, <c>-event</c>.</summary>
    public static SpectrumSort? Sort(string? wire) =>
        wire is ['+' or '-', .. var name] && Field(name) is >= 0 and var field
            ? (SpectrumSort)((field << 1) + (wire[0] == '-' ? 1 : 0))
            : null;

    private static int Field(string? wire) => wire is null ? -1 : Fields.IndexOf(wire);
}
