using System.Text.Json;
using Gateway.Columns;
using Gateway.Radar.Inputs;
using Gateway.Radar.Responses;
using Gateway.Upstream.Json;

namespace Gateway.Radar.Wire;

/// <summary>
/// Reads <c>{ "meta": {…}, "s0": …, "s1": … }</c>: every other member is a series, if it has the shape of one.
/// </summary>
internal abstract class CtSeriesReader<TSeries> : IResultReader<CtData<TSeries>>
    where TSeries : class, ICtWireSeries
{
    // Far more than one request may have.
    private const int MaxSeries = 10_000;

    public CtData<TSeries>? Read(ref JsonReader json)
    {
        if (json.Token is not JsonTokenType.StartObject)
        {
            return null;
        }

        CtMeta? meta = null;
        var series = new List<Pending>();
        var names = new HashSet<string>();
        var builder = new ColumnBuilder();
        while (json.NextName())
        {
            var name = json;
            json.Read();
            if (name.IsName("meta"u8))
            {
                meta = meta is null ? CtMetaReader.Read(ref json) : throw JsonReader.Invalid("`meta` comes twice.");
            }
            else if (ReadSeries(ref json, name, builder, series is [.., var last] ? last.Timestamps : null) is { } one)
            {
                if (series.Count == MaxSeries || !names.Add(one.WireName))
                {
                    throw JsonReader.Invalid("There are too many series, or one comes twice.");
                }

                series.Add(one);
            }
        }

        // Restores the order of the request. JSON objects are unordered: s10 may come before s2.
        var ordered = series.OrderBy(static one => CtSeriesNames.IndexOf(one.WireName) ?? int.MaxValue);
        return new CtData<TSeries>(meta ?? CtMeta.None, [.. ordered.Select(one => one.Create(meta ?? CtMeta.None))]);
    }

    /// <summary>Reads a series.</summary>
    /// <param name="json">The reader, at the value.</param>
    /// <param name="name">The reader at the name of the series, which is read only if there is one.</param>
    /// <param name="builder">Builds columns.</param>
    /// <param name="last">The timestamps of the previous series. They are usually equal, and then shared.</param>
    /// <returns>Null if the value is no series.</returns>
    protected abstract Pending? ReadSeries(ref JsonReader json, in JsonReader name, ColumnBuilder builder, InstantColumn? last);

    /// <exception cref="JsonException">An item is no instant.</exception>
    protected static InstantColumn ReadTimestamps(ref JsonReader json, ColumnBuilder builder, InstantColumn? last)
    {
        while (json.NextItem())
        {
            if (!builder.AddInstant(json.Scalar()))
            {
                throw JsonReader.Invalid("A timestamp is no instant: its point would say nothing.");
            }
        }

        var column = builder.Take();
        return last is not null && last.Json.SequenceEqual(column) ? last : new InstantColumn(column);
    }

    protected static NumberColumn ReadValues(ref JsonReader json, ColumnBuilder builder)
    {
        while (json.NextItem())
        {
            // A number, with or without quotes. Anything else becomes null.
            builder.AddNumber(json.Scalar());
        }

        return new NumberColumn(builder.Take());
    }

    /// <summary>Dates belong to series by position, so a series that the gateway did not ask for has none.</summary>
    protected static CompleteRange CompleteOf(string wireName, InstantColumn timestamps, CtMeta meta)
    {
        var index = CtSeriesNames.IndexOf(wireName);
        var dates = index < meta.DateRange.Count ? meta.DateRange[index.Value] : null;
        return CompleteRange.Of(timestamps, LengthOf(meta.AggInterval), dates?.StartTime, dates?.EndTime, meta.LastUpdated);
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

    /// <summary>A series that waits for the metadata, which may come after it.</summary>
    protected sealed record Pending(string WireName, InstantColumn? Timestamps, Func<CtMeta, TSeries> Create);
}
