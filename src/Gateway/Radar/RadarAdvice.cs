using System.Text.Json;
using Gateway.Columns;
using Gateway.Radar.Inputs;
using Gateway.Radar.Requests;
using Gateway.Upstream;

namespace Gateway.Radar;

/// <summary>What to try after Cloudflare refused the times of a query.</summary>
internal static class RadarAdvice
{
    public static Failure Advise(this Failure failure, CtSeriesQuery query) => TimeRefusals.Find(failure) switch
    {
        TimeRefusal.IntervalTooFine when query.Question.AggInterval is < CtAggInterval.OneWeek and var interval =>
            failure with { Argument = "aggInterval", Suggestion = Name(interval + 1) },
        TimeRefusal.WindowTooLong when Half(query.Series) is var (argument, half) =>
            failure with { Argument = argument, Suggestion = half },
        _ => failure,
    };

    private static string Name(CtAggInterval interval) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(interval.ToString());

    /// <summary>Half of the first series' period; null if that is not known, or if it can't be halved.</summary>
    private static (string Argument, string Half)? Half(IReadOnlyList<CtSeriesInput> series)
    {
        var first = series[0];
        if (first.DateRange is { } range)
        {
            return CtDateRangeSyntax.Half(range) is { } shorter ? ("dateRange", shorter) : null;
        }

        // Other dates need other halves, of the same length.
        if (first.DateStart is not { } start || first.DateEnd is not { } end
            || series.Any(one => one.DateStart != start || one.DateEnd != end))
        {
            return null;
        }

        var half = CtDateRounding.RoundDown(end - ((end - start) / 2));
        return half > start ? ("dateStart", InstantText.Of(half)) : null;
    }
}
