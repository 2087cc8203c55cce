using System.Text.Json;
using Gateway.Radar.Inputs;
using Gateway.Radar.Responses;
using Gateway.Upstream;
using Gateway.Upstream.Json;

namespace Gateway.Radar.Wire;

/// <summary>
/// Reads <c>meta</c>. All of it is promised and some of it is missing at times, so whatever is not of its kind reads as if it were missing:
/// no chart fails for an annotation.
/// </summary>
internal static class CtMetaReader
{
    // A few for each series, and a handful of remarks; more than these are as good as missing.
    private const int MaxItems = 1000;

    private static readonly JsonMembers Members =
        new("aggInterval", "confidenceInfo", "dateRange", "lastUpdated", "normalization", "units");

    private static readonly JsonMembers ConfidenceMembers = new("level", "annotations");
    private static readonly JsonMembers DateRangeMembers = new("startTime", "endTime");
    private static readonly JsonMembers UnitMembers = new("name", "value");

    private static readonly JsonMembers AnnotationMembers =
        new("dataSource", "description", "endDate", "eventType", "isInstantaneous", "linkedUrl", "startDate", "tags");

    private delegate T? ItemReader<T>(ref JsonReader json);

    public static CtMeta Read(ref JsonReader json)
    {
        var meta = CtMeta.None;
        if (!json.Enter(JsonTokenType.StartObject))
        {
            return meta;
        }

        var seen = 0u;
        while (json.NextMember(Members, ref seen) is { } name)
        {
            meta = name switch
            {
                "aggInterval" => meta with { AggInterval = ReadEnum(ref json, CtResultInterval.UNKNOWN) },
                "confidenceInfo" => meta with { ConfidenceInfo = ReadConfidence(ref json) },

                // They belong to the series by position: what follows one that can't be read has none.
                "dateRange" => meta with { DateRange = ReadItems(ref json, ReadDateRange, isPositional: true) },
                "lastUpdated" => meta with { LastUpdated = json.Instant() },
                "normalization" => meta with { Normalization = ReadEnum(ref json, CtNormalization.UNKNOWN) },
                _ => meta with { Units = ReadItems(ref json, ReadUnit) },
            };
        }

        return meta;
    }

    private static CtConfidenceInfo? ReadConfidence(ref JsonReader json)
    {
        if (!json.Enter(JsonTokenType.StartObject))
        {
            return null;
        }

        var confidence = new CtConfidenceInfo(null, []);
        var seen = 0u;
        while (json.NextMember(ConfidenceMembers, ref seen) is { } name)
        {
            confidence = name is "level"
                ? confidence with { Level = json.Integer() }
                : confidence with { Annotations = ReadItems(ref json, ReadAnnotation) };
        }

        return confidence;
    }

    private static CtAnnotation? ReadAnnotation(ref JsonReader json)
    {
        if (!json.Enter(JsonTokenType.StartObject))
        {
            return null;
        }

        var annotation = new CtAnnotation(null, null, null, null, null, null, null, []);
        var seen = 0u;
        while (json.NextMember(AnnotationMembers, ref seen) is { } name)
        {
            annotation = name switch
            {
                "dataSource" => annotation with { DataSource = ReadEnum(ref json, CtDataSource.UNKNOWN) },
                "description" => annotation with { Description = json.TextUnlessEmpty() },
                "endDate" => annotation with { EndDate = json.Instant() },
                "eventType" => annotation with { EventType = ReadEnum(ref json, CtEventType.UNKNOWN) },
                "isInstantaneous" => annotation with { IsInstantaneous = json.Boolean() },
                "linkedUrl" => annotation with { LinkedUrl = json.TextUnlessEmpty() },
                "startDate" => annotation with { StartDate = json.Instant() },
                _ => annotation with { Tags = ReadTags(ref json) },
            };
        }

        return annotation;
    }

    private static List<string> ReadTags(ref JsonReader json)
    {
        var tags = new List<string>();
        if (json.Enter(JsonTokenType.StartArray))
        {
            while (json.NextItem())
            {
                if (json.Text() is { } tag)
                {
                    tags.Add(tag);
                }
            }
        }

        return tags;
    }

    private static CtDateRange? ReadDateRange(ref JsonReader json)
    {
        var (start, end) = ((DateTimeOffset?)null, (DateTimeOffset?)null);
        if (json.Enter(JsonTokenType.StartObject))
        {
            var seen = 0u;
            while (json.NextMember(DateRangeMembers, ref seen) is { } name)
            {
                (start, end) = name is "startTime" ? (json.Instant(), end) : (start, json.Instant());
            }
        }

        return start is { } from && end is { } to ? new CtDateRange(from, to) : null;
    }

    private static CtUnit? ReadUnit(ref JsonReader json)
    {
        var (unit, value) = ((string?)null, (string?)null);
        if (json.Enter(JsonTokenType.StartObject))
        {
            var seen = 0u;
            while (json.NextMember(UnitMembers, ref seen) is { } name)
            {
                (unit, value) = name is "name" ? (json.TextUnlessEmpty(), value) : (unit, json.TextUnlessEmpty());
            }
        }

        return unit is not null && value is not null ? new CtUnit(unit, value) : null;
    }

    /// <summary>A list, or a lone object that stands for a list of one: older answers have a single date range.</summary>
    /// <param name="json">At the list.</param>
    /// <param name="read">Reads an item; null for one that lacks what it makes no sense without, which is left out.</param>
    /// <param name="isPositional">Whether the list ends before an item that would be left out.</param>
    private static List<T> ReadItems<T>(ref JsonReader json, ItemReader<T> read, bool isPositional = false)
        where T : class
    {
        var items = new List<T>();
        var (isList, isOver) = (json.Token is JsonTokenType.StartArray, false);
        while (!isList || json.NextItem())
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

            if (!isList)
            {
                break;
            }
        }

        return items;
    }

    /// <param name="json">At the name of a value.</param>
    /// <param name="unknown">Stands for a name that this gateway does not know.</param>
    private static T? ReadEnum<T>(ref JsonReader json, T unknown)
        where T : struct, Enum
        => json.TextUnlessEmpty() is { } text ? WireNames<T>.Find(text) ?? unknown : null;
}
