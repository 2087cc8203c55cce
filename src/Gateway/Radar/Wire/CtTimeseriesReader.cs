using System.Text.Json;
using Gateway.Columns;
using Gateway.Radar.Inputs;
using Gateway.Radar.Responses;
using Gateway.Upstream.Json;

namespace Gateway.Radar.Wire;

/// <summary>
/// Reads <c>{ "meta": {…}, "s0": { "timestamps": […], "values": […] }, … }</c>: every other member is a series, if it has the shape of one.
/// </summary>
internal sealed class CtTimeseriesReader : IResultReader<CtData>
{
    // Far more than one request may have.
    private const int MaxSeries = 10_000;

    private static readonly JsonMembers Members = new("timestamps", "values");

    public CtData? Read(ref JsonReader json)
    {
        if (json.Token is not JsonTokenType.StartObject)
        {
            return null;
        }

        CtMeta? meta = null;
        var series = new List<CtColumns>();
        var names = new HashSet<string>();
        var (timestamps, values) = (new ColumnBuilder(), new ColumnBuilder());
        while (json.NextName())
        {
            var name = json;
            json.Read();
            if (name.IsName("meta"u8))
            {
                meta = meta is null ? CtMetaReader.Read(ref json) : throw JsonReader.Invalid("`meta` comes twice.");
            }
            else if (TryRead(ref json, timestamps, values))
            {
                var wireName = name.Name();
                if (series.Count == MaxSeries || !names.Add(wireName))
                {
                    throw JsonReader.Invalid("There are too many series, or one comes twice.");
                }

                series.Add(TakeColumns(wireName, timestamps, values, series is [.., var last] ? last.Timestamps : null));
            }
        }

        // Restores the order of the request. JSON objects are unordered: s10 may come before s2.
        var ordered = series.OrderBy(static one => CtSeriesNames.IndexOf(one.WireName) ?? int.MaxValue);
        return new CtData(meta ?? CtMeta.None, [.. ordered.Select(one => WithComplete(one, meta ?? CtMeta.None))]);
    }

    /// <summary>Dates belong to series by position, so a series that the gateway did not ask for has none.</summary>
    private static CtColumns WithComplete(CtColumns series, CtMeta meta)
    {
        var index = CtSeriesNames.IndexOf(series.WireName);
        var dates = index < meta.DateRange.Count ? meta.DateRange[index.Value] : null;
        var complete = CompleteRange.Of(series.Timestamps, LengthOf(meta.AggInterval), dates?.StartTime, dates?.EndTime, meta.LastUpdated);
        return new CtColumns(series.WireName, series.Timestamps, series.Values, complete);
    }

    private static IntervalLength? LengthOf(CtResultInterval? interval) => interval switch
    {
        CtResultInterval.FIFTEEN_MINUTES => IntervalLength.OfTime(TimeSpan.FromMinutes(15)),
        CtResultInterval.ONE_HOUR => IntervalLength.OfTime(TimeSpan.FromHours(1)),
        CtResultInterval.ONE_DAY => IntervalLength.OfTime(TimeSpan.FromDays(1)),
        CtResultInterval.ONE_WEEK => IntervalLength.OfTime(TimeSpan.FromDays(7)),
        CtResultInterval.ONE_MONTH => IntervalLength.OfMonths(1),
        _ => null,
    };

    /// <summary>Reads a series. False if the value is not an object, or has neither of the columns.</summary>
    private static bool TryRead(ref JsonReader json, ColumnBuilder timestamps, ColumnBuilder values)
    {
        var seen = 0u;
        if (json.Enter(JsonTokenType.StartObject))
        {
            while (json.NextMember(Members, ref seen) is { } name)
            {
                if (json.EnterUnlessNull(JsonTokenType.StartArray))
                {
                    ReadItems(ref json, name is "timestamps" ? timestamps : null, values);
                }
            }
        }

        return seen != 0;
    }

    /// <param name="timestamps">The column of timestamps; null if the items are values.</param>
    private static void ReadItems(ref JsonReader json, ColumnBuilder? timestamps, ColumnBuilder values)
    {
        while (json.NextItem())
        {
            if (timestamps is null)
            {
                // A number, with or without quotes. Anything else becomes null.
                values.AddNumber(json.Scalar());
            }
            else if (!timestamps.AddInstant(json.Scalar()))
            {
                throw JsonReader.Invalid("A timestamp is no instant: its point would say nothing.");
            }
        }
    }

    /// <summary>Makes both columns equally long: missing values become null, and values without a timestamp are dropped.</summary>
    /// <param name="last">The timestamps of the previous series. They are usually equal, and then shared.</param>
    private static CtColumns TakeColumns(string name, ColumnBuilder timestamps, ColumnBuilder values, InstantColumn? last)
    {
        var count = timestamps.Count;
        var json = timestamps.Take();
        return new CtColumns(
            name,
            last is not null && last.Json.SequenceEqual(json) ? last : new InstantColumn(json),
            new NumberColumn(values.Take()).WithCount(count),
            CompleteRange.None);
    }
}
