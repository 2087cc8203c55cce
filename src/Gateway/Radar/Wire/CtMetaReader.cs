using System.Text.Json;
using Gateway.Radar.Responses;
using Gateway.Upstream;
using Gateway.Upstream.Json;

namespace Gateway.Radar.Wire;

/// <summary>
/// Reads <c>meta</c>. Cloudflare documents all members, but sometimes omits some. A value of the wrong kind counts as missing, so an
/// invalid annotation does not fail the whole response.
/// </summary>
internal static class CtMetaReader
{
    // Far more than a response has. Further items are ignored.
    private const int MaxItems = 1000;

    private static readonly JsonObjectReader<CtMeta> Meta = new(
        ("aggInterval", static (ref json, meta) => meta with { AggInterval = ReadEnum(ref json, CtResultInterval.UNKNOWN) }),
        ("confidenceInfo", static (ref json, meta) => meta with { ConfidenceInfo = ReadConfidence(ref json) }),

        // Dates belong to series by position, so the list ends before the first item that can't be read.
        ("dateRange", static (ref json, meta) => meta with { DateRange = ReadItems(ref json, ReadDateRange, isPositional: true) }),
        ("lastUpdated", static (ref json, meta) => meta with { LastUpdated = json.Instant() }),
        ("normalization", static (ref json, meta) => meta with { Normalization = ReadEnum(ref json, CtNormalization.UNKNOWN) }),
        ("units", static (ref json, meta) => meta with { Units = ReadItems(ref json, ReadUnit) }));

    private static readonly JsonObjectReader<CtConfidenceInfo> Confidence = new(
        ("level", static (ref json, confidence) => confidence with { Level = json.Integer() }),
        ("annotations", static (ref json, confidence) => confidence with { Annotations = ReadItems(ref json, ReadAnnotation) }));

    private static readonly JsonObjectReader<CtAnnotation> Annotation = new(
        ("dataSource", static (ref json, remark) => remark with { DataSource = ReadEnum(ref json, CtDataSource.UNKNOWN) }),
        ("description", static (ref json, remark) => remark with { Description = json.TextUnlessEmpty() }),
        ("endDate", static (ref json, remark) => remark with { EndDate = json.Instant() }),
        ("eventType", static (ref json, remark) => remark with { EventType = ReadEnum(ref json, CtEventType.UNKNOWN) }),
        ("isInstantaneous", static (ref json, remark) => remark with { IsInstantaneous = json.Boolean() }),
        ("linkedUrl", static (ref json, remark) => remark with { LinkedUrl = json.TextUnlessEmpty() }),
        ("startDate", static (ref json, remark) => remark with { StartDate = json.Instant() }),
        ("tags", static (ref json, remark) => remark with { Tags = ReadTags(ref json) }));

    private static readonly JsonObjectReader<(DateTimeOffset? Start, DateTimeOffset? End)> DateRange = new(
        ("startTime", static (ref json, range) => range with { Start = json.Instant() }),
        ("endTime", static (ref json, range) => range with { End = json.Instant() }));

    private static readonly JsonObjectReader<(string? Name, string? Value)> Unit = new(
        ("name", static (ref json, unit) => unit with { Name = json.TextUnlessEmpty() }),
        ("value", static (ref json, unit) => unit with { Value = json.TextUnlessEmpty() }));

    private delegate T? ItemReader<T>(ref JsonReader json);

    public static CtMeta Read(ref JsonReader json) => Meta.Read(ref json, CtMeta.None);

    private static CtConfidenceInfo? ReadConfidence(ref JsonReader json) =>
        json.Enter(JsonTokenType.StartObject) ? Confidence.Read(ref json, new(null, [])) : null;

    private static CtAnnotation? ReadAnnotation(ref JsonReader json) =>
        json.Enter(JsonTokenType.StartObject) ? Annotation.Read(ref json, new(null, null, null, null, null, null, null, [])) : null;

    private static List<string> ReadTags(ref JsonReader json) =>
        json.Enter(JsonTokenType.StartArray) ? ReadItems(ref json, static (ref json) => json.Text()) : [];

    private static CtDateRange? ReadDateRange(ref JsonReader json) =>
        DateRange.Read(ref json, default) is ({ } start, { } end) ? new(start, end) : null;

    private static CtUnit? ReadUnit(ref JsonReader json) =>
        Unit.Read(ref json, default) is ({ } name, { } value) ? new(name, value) : null;

    /// <summary>Reads a list, or a single object as a list of one item: older responses have a single date range.</summary>
    /// <param name="json">The reader, at the list.</param>
    /// <param name="read">Reads an item. Null if a required member is missing; the item is then ignored.</param>
    /// <param name="isPositional">Whether the list ends before the first item that is ignored.</param>
    private static List<T> ReadItems<T>(ref JsonReader json, ItemReader<T> read, bool isPositional = false)
        where T : class
    {
        if (json.Token is not JsonTokenType.StartArray)
        {
            return read(ref json) is { } lone ? [lone] : [];
        }

        var (items, isOver) = (new List<T>(), false);
        while (json.NextItem())
        {
            if (!isOver && items.Count < MaxItems && read(ref json) is { } item)
            {
                items.Add(item);
            }
            else
            {
                json.Skip();
                isOver |= isPositional;
            }
        }

        return items;
    }

    /// <param name="json">The reader, at the name of a value.</param>
    /// <param name="unknown">The value for unknown names.</param>
    private static T? ReadEnum<T>(ref JsonReader json, T unknown)
        where T : struct, Enum =>
        json.TextUnlessEmpty() is { } text ? WireNames<T>.Find(text) ?? unknown : null;
}
