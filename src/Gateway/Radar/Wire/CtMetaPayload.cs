using Gateway.Caching;
using Gateway.Radar.Inputs;
using Gateway.Radar.Responses;

namespace Gateway.Radar.Wire;

/// <summary>The part of a reply's bytes that is about all series.</summary>
internal static class CtMetaPayload
{
    public static void Write(PayloadWriter writer, CtMeta meta)
    {
        writer.Int((int?)meta.AggInterval);
        if (writer.Has(meta.ConfidenceInfo is not null))
        {
            WriteConfidence(writer, meta.ConfidenceInfo!);
        }

        writer.Count(meta.DateRange.Count);
        foreach (var range in meta.DateRange)
        {
            writer.Instant(range.StartTime);
            writer.Instant(range.EndTime);
        }

        writer.Instant(meta.LastUpdated);
        writer.Int((int?)meta.Normalization);
        writer.Count(meta.Units.Count);
        foreach (var unit in meta.Units)
        {
            writer.Text(unit.Name);
            writer.Text(unit.Value);
        }
    }

    public static CtMeta Read(ref PayloadReader reader)
    {
        var aggInterval = (CtResultInterval?)reader.OptionalInt();
        var confidence = reader.Has() ? ReadConfidence(ref reader) : null;
        var ranges = new CtDateRange[reader.ListCount()];
        for (var i = 0; i < ranges.Length; i++)
        {
            ranges[i] = new CtDateRange(reader.Instant(), reader.Instant());
        }

        var lastUpdated = reader.OptionalInstant();
        var normalization = (CtNormalization?)reader.OptionalInt();
        var units = new CtUnit[reader.ListCount()];
        for (var i = 0; i < units.Length; i++)
        {
            units[i] = new CtUnit(reader.Text(), reader.Text());
        }

        return new CtMeta(aggInterval, confidence, ranges, lastUpdated, normalization, units);
    }

    private static void WriteConfidence(PayloadWriter writer, CtConfidenceInfo confidence)
    {
        // Cloudflare's levels are 1 to 5, but nothing holds it to that.
        writer.Int(confidence.Level);
        writer.Count(confidence.Annotations.Count);
        foreach (var annotation in confidence.Annotations)
        {
            writer.Int((int?)annotation.DataSource);
            writer.OptionalText(annotation.Description);
            writer.Instant(annotation.EndDate);
            writer.Int((int?)annotation.EventType);
            writer.Int(annotation.IsInstantaneous is { } isInstantaneous ? isInstantaneous ? 1 : 0 : null);
            writer.OptionalText(annotation.LinkedUrl);
            writer.Instant(annotation.StartDate);
            writer.Count(annotation.Tags.Count);
            foreach (var tag in annotation.Tags)
            {
                writer.Text(tag);
            }
        }
    }

    private static CtConfidenceInfo ReadConfidence(ref PayloadReader reader)
    {
        var level = reader.OptionalInt();
        var annotations = new CtAnnotation[reader.ListCount()];
        for (var i = 0; i < annotations.Length; i++)
        {
            annotations[i] = new CtAnnotation(
                (CtDataSource?)reader.OptionalInt(),
                reader.OptionalText(),
                reader.OptionalInstant(),
                (CtEventType?)reader.OptionalInt(),
                reader.OptionalInt() is { } isInstantaneous ? isInstantaneous == 1 : null,
                reader.OptionalText(),
                reader.OptionalInstant(),
                ReadTags(ref reader));
        }

        return new CtConfidenceInfo(level, annotations);
    }

    private static string[] ReadTags(ref PayloadReader reader)
    {
        var tags = new string[reader.ListCount()];
        for (var i = 0; i < tags.Length; i++)
        {
            tags[i] = reader.Text();
        }

        return tags;
    }
}
