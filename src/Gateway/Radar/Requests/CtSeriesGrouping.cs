using System.Collections.Immutable;
using Gateway.Radar.Inputs;
using Gateway.Upstream;

namespace Gateway.Radar.Requests;

/// <summary>
/// Splits the series of a request into parts that one call can ask for. Cloudflare assigns dates and filters to series by position, and
/// wants periods of one length. So series share a call if their dates have the same form and length, and if they have the same filters.
/// </summary>
/// <remarks>Equal series are asked for once. The order within a part is that of their texts, so that every order has one key.</remarks>
internal static class CtSeriesGrouping
{
    /// <param name="question">What is asked of each series.</param>
    /// <param name="series">The series of a valid request.</param>
    public static CtSeriesRequest Split(CtQuestion question, IReadOnlyList<CtSeriesInput> series)
    {
        var asked = new (string Part, string Text, CtSeriesInput Series)[series.Count];
        for (var i = 0; i < asked.Length; i++)
        {
            var rounded = CtDateRounding.RoundDown(series[i]);
            var text = TextOf(rounded);
            asked[i] = (PartOf(rounded, text), text, rounded);
        }

        var parts = ImmutableArray.CreateBuilder<CtSeriesQuery>();
        var places = new Dictionary<(string Part, string Text), (int Part, int Index)>();
        foreach (var part in asked.GroupBy(static one => one.Part))
        {
            var ordered = part.DistinctBy(static one => one.Text).OrderBy(static one => one.Text, StringComparer.Ordinal).ToArray();
            for (var i = 0; i < ordered.Length; i++)
            {
                places[(part.Key, ordered[i].Text)] = (parts.Count, i);
            }

            parts.Add(new CtSeriesQuery(question, [.. ordered.Select(static one => one.Series)]));
        }

        var labels = CtSeriesRules.Labels(series);
        return new CtSeriesRequest(parts.ToImmutable(), [.. asked.Select((one, i) =>
        {
            var (part, index) = places[(one.Part, one.Text)];
            return new CtAskedSeries(labels[i], part, index);
        })]);
    }

    /// <summary>The dates and filters of a series, as the query of a call for it alone.</summary>
    private static string TextOf(CtSeriesInput series)
    {
        var text = new RequestTarget("");
        foreach (var input in CtInput.All)
        {
            text.Add(input.Name, input.IsName ? null : input.WireOf(series));
        }

        return text.ToString();
    }

    /// <summary>A text that is equal for series of one part.</summary>
    private static string PartOf(CtSeriesInput series, string text)
    {
        var dates = series switch
        {
            { DateRange: { } range } => FormattableString.Invariant($"{CtDateRangeSyntax.DaysOf(range)} days"),
            { DateStart: { } start, DateEnd: { } end } => FormattableString.Invariant($"{(end - start).Ticks} ticks"),

            // Cloudflare counts series by their dates, and its default is not published. So such a series has a call of its own.
            _ => null,
        };
        var filters = CtInput.Filters.Where(filter => filter.WireOf(series) is not null).Select(static filter => filter.Name);
        return dates is null ? text : string.Join(' ', filters.Prepend(dates));
    }
}
