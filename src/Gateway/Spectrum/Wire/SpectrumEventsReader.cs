using System.Text.Json;
using Gateway.Columns;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;
using Gateway.Upstream;
using Gateway.Upstream.Json;

namespace Gateway.Spectrum.Wire;

/// <summary>
/// Reads the <c>result</c> of the <c>bytime</c> and <c>summary</c> endpoints, which differ in whether a metric of a row has a value for
/// each interval or one value. The number of rows and the lag are required. All other members may be missing or null.
/// </summary>
/// <param name="request">The request, which defines the columns if the response does not.</param>
/// <param name="windowStart">The start of the window that is asked for; null if Cloudflare chooses it.</param>
/// <param name="windowEnd">The end of the window that is asked for: the time of the call if Cloudflare chooses it.</param>
/// <param name="askedAt">The time of the call, before which the response has all events but those of its lag.</param>
internal sealed class SpectrumEventsReader(
    SpectrumEventsRequest request, DateTimeOffset? windowStart, DateTimeOffset? windowEnd, DateTimeOffset askedAt)
    : IResultReader<SpectrumData>
{
    private static readonly JsonObjectReader<Answer> Members = new(
        ("data", static (ref json, answer) => answer with { Rows = answer.Rows.Read(ref json) }),
        ("time_intervals", static (ref json, answer) => answer with { Intervals = ReadIntervals(ref json) }),
        ("rows", static (ref json, answer) => answer with { RowCount = json.Integer() }),
        ("data_lag", static (ref json, answer) => answer with { DataLag = json.Number() }),
        ("min", static (ref json, answer) => answer with { Min = ReadMetrics(ref json) }),
        ("max", static (ref json, answer) => answer with { Max = ReadMetrics(ref json) }),
        ("totals", static (ref json, answer) => answer with { Totals = ReadMetrics(ref json) }),
        ("query", static (ref json, answer) => answer with { Echo = answer.Echo.Read(ref json) }));

    private static readonly JsonObjectReader<double?[]> MetricMembers = new([.. SpectrumField.Metrics.Select(ReaderOf)]);
    private static readonly SpectrumMetrics NoMetrics = new([.. new double?[SpectrumField.Metrics.Length]]);

    public SpectrumData? Read(ref JsonReader json)
    {
        if (json.Token is not JsonTokenType.StartObject)
        {
            return null;
        }

        var answer = Members.Read(
            ref json,
            new(
                new SpectrumRowsReader(request.ZoneId),
                SpectrumEcho.Of(request),
                TimeIntervals.None,
                RowCount: null,
                DataLag: null,
                NoMetrics,
                NoMetrics,
                NoMetrics));
        if (answer is not { RowCount: >= 0 and var rowCount, DataLag: { } dataLag, Echo: var echo })
        {
            return null;
        }

        var (starts, ends) = (answer.Intervals.Starts, answer.Intervals.Ends);
        var intervals = new TimeIntervals(starts, ends, CompleteIntervals(starts, echo, dataLag));
        return new(
            answer.Rows.Build(echo, intervals), intervals, dataLag, rowCount, answer.Min, answer.Max, answer.Totals, echo.ToQuery());
    }

    /// <summary>
    /// The window starts at the later one of the times that were asked for and that the echo has: Cloudflare may have no older data. The
    /// echo's end counts as little as the intervals' ends, because it is not documented whether it is still part of the window.
    /// </summary>
    private CompleteRange CompleteIntervals(InstantColumn starts, SpectrumEcho echo, double dataLag) => CompleteRange.Of(
        starts,
        request.TimeDelta.Length(),
        windowStart > echo.Since ? windowStart : echo.Since ?? windowStart,
        windowEnd,
        dataLag is >= 0 and < 1e9 ? askedAt - TimeSpan.FromSeconds(dataLag) : null);

    /// <summary>Reads a list of <c>[start, end]</c>. The end may be missing.</summary>
    private static TimeIntervals ReadIntervals(ref JsonReader json)
    {
        if (!json.EnterUnlessNull(JsonTokenType.StartArray))
        {
            return TimeIntervals.None;
        }

        var (starts, ends) = (new ColumnBuilder(), new ColumnBuilder());
        while (json.NextItem())
        {
            if (json.Token is not JsonTokenType.StartArray || !json.NextItem() || !starts.AddInstant(json.Scalar()))
            {
                throw JsonReader.Invalid("An interval has no start.");
            }

            if (json.NextItem())
            {
                ends.AddInstant(json.Scalar());
                while (json.NextItem())
                {
                    json.Skip();
                }
            }
            else
            {
                ends.AddNull();
            }
        }

        return new TimeIntervals(new InstantColumn(starts.Take()), new InstantColumn(ends.Take()), CompleteRange.None);
    }

    private static SpectrumMetrics ReadMetrics(ref JsonReader json) => json.EnterUnlessNull(JsonTokenType.StartObject)
        ? new([.. MetricMembers.Read(ref json, new double?[SpectrumField.Metrics.Length])])
        : NoMetrics;

    private static (string, MemberReader<double?[]>) ReaderOf(SpectrumMetric metric) => (metric.Wire(), (ref json, values) =>
    {
        values[(int)metric] = json.NumberOrNull();
        return values;
    }
    );

    /// <summary>The members read so far. Rows and columns can only be interpreted after all of them are read.</summary>
    private sealed record Answer(
        SpectrumRowsReader Rows,
        SpectrumEcho Echo,
        TimeIntervals Intervals,
        int? RowCount,
        double? DataLag,
        SpectrumMetrics Min,
        SpectrumMetrics Max,
        SpectrumMetrics Totals);
}
