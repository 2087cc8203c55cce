using System.Text.Json;
using Gateway.Cloudflare.Json;

namespace Gateway.Radar;

/// <summary>
/// Reads <c>meta</c>. All of it is promised and some of it is missing at times, so whatever is not of its kind reads as if it were missing:
/// no chart fails for an annotation.
/// </summary>
internal sealed class CtMetaSink() : ObjectSink(otherwise: Nothing)
{
    private readonly TextField _aggInterval = new(otherwise: Nothing);
    private readonly CtConfidenceSink _confidence = new();
    private readonly CtDateRangeSink _dateRanges = new();
    private readonly TextField _lastUpdated = new(otherwise: Nothing);
    private readonly TextField _normalization = new(otherwise: Nothing);
    private readonly CtUnitSink _units = new();

    public override JsonSink Member(ref Utf8JsonReader name) =>
        name.ValueTextEquals("aggInterval"u8) ? _aggInterval
        : name.ValueTextEquals("confidenceInfo"u8) ? _confidence
        : name.ValueTextEquals("dateRange"u8) ? _dateRanges.List
        : name.ValueTextEquals("lastUpdated"u8) ? _lastUpdated
        : name.ValueTextEquals("normalization"u8) ? _normalization
        : name.ValueTextEquals("units"u8) ? _units.List
        : Nothing;

    public CtMeta Build() => new(
        CtFields.Enumerated(_aggInterval, CtResultInterval.UNKNOWN),
        _confidence.Build(),
        _dateRanges.Items,
        CtFields.Time(_lastUpdated),
        CtFields.Enumerated(_normalization, CtNormalization.UNKNOWN),
        _units.Items);
}

/// <summary>Objects of one kind, which come in a list, or alone: older answers have a single date range.</summary>
internal abstract class CtItemsSink<T> : ObjectSink
    where T : class
{
    // A few for each series, and a handful of remarks; more than these are as good as missing.
    private const int MaxCount = 1000;

    protected CtItemsSink()
        : base(otherwise: Nothing) => List = new ListOrObjectSink(this);

    /// <summary>Takes the list.</summary>
    public JsonSink List { get; }

    public List<T> Items { get; } = [];

    public sealed override JsonSink Value(ref Utf8JsonReader reader) => Items.Count == MaxCount ? Nothing : base.Value(ref reader);

    public sealed override void EndObject()
    {
        if (Build() is { } item)
        {
            Items.Add(item);
        }
    }

    /// <returns>Null where it lacks what it makes no sense without.</returns>
    protected abstract T? Build();
}

/// <summary>Reads the dates of the series.</summary>
internal sealed class CtDateRangeSink : CtItemsSink<CtDateRange>
{
    private readonly TextField _start = new(otherwise: Nothing);
    private readonly TextField _end = new(otherwise: Nothing);

    public override JsonSink Member(ref Utf8JsonReader name) =>
        name.ValueTextEquals("startTime"u8) ? _start
        : name.ValueTextEquals("endTime"u8) ? _end
        : Nothing;

    protected override CtDateRange? Build()
    {
        var (start, end) = (CtFields.Time(_start), CtFields.Time(_end));
        return start is { } from && end is { } to ? new CtDateRange(from, to) : null;
    }
}

/// <summary>Reads what the values count.</summary>
internal sealed class CtUnitSink : CtItemsSink<CtUnit>
{
    private readonly TextField _name = new(otherwise: Nothing);
    private readonly TextField _value = new(otherwise: Nothing);

    public override JsonSink Member(ref Utf8JsonReader name) =>
        name.ValueTextEquals("name"u8) ? _name
        : name.ValueTextEquals("value"u8) ? _value
        : Nothing;

    protected override CtUnit? Build()
    {
        var (name, value) = (_name.TakeUnlessEmpty(), _value.TakeUnlessEmpty());
        return name is not null && value is not null ? new CtUnit(name, value) : null;
    }
}
