using System.Collections.Frozen;
using System.Text.Json;

namespace Gateway.Radar;

/// <summary>
/// Reads <c>meta</c>. All of it is promised and some of it is missing at times, so whatever is not of its kind reads as if it were missing:
/// no chart fails for an annotation.
/// </summary>
internal static class CtMetaReader
{
    public static CtMeta Read(JsonElement meta) => new(
        Enumerated(meta, "aggInterval", CtResultInterval.UNKNOWN),
        Member(meta, "confidenceInfo") is { ValueKind: JsonValueKind.Object } info ? ReadConfidence(info) : null,
        List(meta, "dateRange", ReadDateRange),
        Time(meta, "lastUpdated"),
        Enumerated(meta, "normalization", CtNormalization.UNKNOWN),
        List(meta, "units", ReadUnit));

    private static CtConfidenceInfo ReadConfidence(JsonElement info) => new(
        Member(info, "level") is { ValueKind: JsonValueKind.Number } level && level.TryGetInt32(out var number) ? number : null,
        List(info, "annotations", ReadAnnotation));

    private static CtAnnotation? ReadAnnotation(JsonElement annotation) => annotation.ValueKind != JsonValueKind.Object ? null : new(
        Enumerated(annotation, "dataSource", CtDataSource.UNKNOWN),
        Text(annotation, "description"),
        Time(annotation, "endDate"),
        Enumerated(annotation, "eventType", CtEventType.UNKNOWN),
        Member(annotation, "isInstantaneous").ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        },
        Text(annotation, "linkedUrl"),
        Time(annotation, "startDate"),
        List(annotation, "tags", tag => tag.ValueKind == JsonValueKind.String ? tag.GetString() : null));

    private static CtDateRange? ReadDateRange(JsonElement range) =>
        Time(range, "startTime") is { } start && Time(range, "endTime") is { } end ? new CtDateRange(start, end) : null;

    private static CtUnit? ReadUnit(JsonElement unit) =>
        Text(unit, "name") is { } name && Text(unit, "value") is { } value ? new CtUnit(name, value) : null;

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    private static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } text ? text : null;

    private static DateTimeOffset? Time(JsonElement element, string name) =>
        CtTime.TryParse(Text(element, name), out var time) ? time : null;

    private static T? Enumerated<T>(JsonElement element, string name, T unknown)
        where T : struct, Enum
        => Text(element, name) is { } text ? Spellings<T>.Values.GetValueOrDefault(text, unknown) : null;

    // A lone object stands for a list of one: older answers have a single date range.
    private static List<T> List<T>(JsonElement element, string name, Func<JsonElement, T?> read)
        where T : class
    {
        var list = new List<T>();
        var member = Member(element, name);
        if (member.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in member.EnumerateArray())
            {
                Add(item);
            }
        }
        else if (member.ValueKind == JsonValueKind.Object)
        {
            Add(member);
        }

        return list;

        void Add(JsonElement item)
        {
            if (read(item) is { } value)
            {
                list.Add(value);
            }
        }
    }

    // The members of these enums are spelled as on the wire. Enum.TryParse would take numbers and lists for names.
    private static class Spellings<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<string, T> Values =
            Enum.GetValues<T>().ToFrozenDictionary(value => Enum.GetName(value)!, StringComparer.Ordinal);
    }
}
