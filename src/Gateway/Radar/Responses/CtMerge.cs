using Gateway.Radar.Inputs;
using Gateway.Radar.Requests;
using Gateway.Upstream;

namespace Gateway.Radar.Responses;

/// <summary>Puts the responses of a request's parts together, in the order and with the names of the request.</summary>
internal static class CtMerge
{
    // The name of a unit of all series.
    private const string All = "*";

    /// <summary>The series that were asked for, then those that Cloudflare added, which keep Cloudflare's names.</summary>
    /// <param name="request">The request.</param>
    /// <param name="parts">The responses to its parts.</param>
    /// <param name="create">
    /// Makes a series of its name, its values, the metadata of its call, and its position in that; null if Cloudflare added it.
    /// </param>
    public static IReadOnlyList<TAnswered> Series<TSeries, TAnswered>(
        CtSeriesRequest request, CtResponse[] parts, Func<string, TSeries, CtMeta, int?, TAnswered> create)
        where TSeries : class, ICtWireSeries
    {
        var all = new List<TAnswered>(request.Series.Length);
        foreach (var (label, part, index) in request.Series)
        {
            // Cloudflare may have left it out.
            var (meta, series) = Of(parts[part]);
            if (series.FirstOrDefault(one => CtSeriesNames.IndexOf(one.WireName) == index) is { } found)
            {
                all.Add(create(label, found, meta, index));
            }
        }

        for (var part = 0; part < parts.Length; part++)
        {
            var (asked, (meta, series)) = (request.Parts[part].Series.Count, Of(parts[part]));
            all.AddRange(series
                .Where(one => (CtSeriesNames.IndexOf(one.WireName) ?? asked) >= asked)
                .Select(one => create(one.WireName, one, meta, null)));
        }

        return all;

        static CtData<TSeries> Of(CtResponse part) => ((CtResponse<TSeries>)part).Data;
    }

    /// <summary>What is true of all parts. A value that is not the same in all of them, or not known of one, is null.</summary>
    public static CtMeta Meta(CtSeriesRequest request, CtResponse[] parts)
    {
        CtMeta[] metas = [.. parts.Select(static part => part.Meta)];
        var merged = metas is [var only] ? only : new CtMeta(
            Common(metas, static meta => meta.AggInterval),
            Confidence(metas),
            [],
            metas.All(static meta => meta.LastUpdated is not null) ? metas.Min(static meta => meta.LastUpdated) : null,
            Common(metas, static meta => meta.Normalization),
            []);

        // Dates belong to series by position, so the list ends before the first one that is not known.
        var dates = request.Series
            .TakeWhile(series => series.Index < metas[series.Part].DateRange.Count)
            .Select(series => metas[series.Part].DateRange[series.Index]);
        return merged with { DateRange = [.. dates], Units = Units(request, metas) };
    }

    /// <summary>
    /// Why values can't be merged; null if they can. Cloudflare normalizes the series of a call by each other, so normalized values can't
    /// be compared with those of another call. The exception are shares of a series' own total, which only a caller who wants them gets.
    /// </summary>
    public static Failure? RefuseNormalized(CtMeta meta, CtGroupNormalization? asked) =>
        meta.AreCounts
        || (meta.Normalization is CtNormalization.PERCENTAGE && asked is CtGroupNormalization.PERCENTAGE)
            ? null
            : new Failure(
                FailureKind.UpstreamInvalidResponse,
                $"Cloudflare answered with normalized values ({meta.Normalization}), which can't stand beside those of another call. "
                    + "Ask for these series in a field of their own.");

    /// <summary>Cloudflare's messages, each once.</summary>
    public static IReadOnlyList<CloudflareMessage> Messages(CtResponse[] parts) =>
        [.. parts.SelectMany(static part => part.Messages).Distinct()];

    private static T? Common<T>(CtMeta[] metas, Func<CtMeta, T?> of)
        where T : struct =>
        metas.Select(of).Distinct().Count() == 1 ? of(metas[0]) : null;

    private static CtConfidenceInfo? Confidence(CtMeta[] metas)
    {
        CtConfidenceInfo[] all = [.. metas.Select(static meta => meta.ConfidenceInfo).OfType<CtConfidenceInfo>()];
        return all is [] ? null : new CtConfidenceInfo(
            all.Min(static confidence => confidence.Level),
            [.. all.SelectMany(static confidence => confidence.Annotations)
                .DistinctBy(static remark => (remark with { Tags = [] }, string.Join('\n', remark.Tags)))]);
    }

    /// <summary>
    /// The units under the names of the request. A unit of all series of a part is one of all series only if all parts have it.
    /// </summary>
    private static CtUnit[] Units(CtSeriesRequest request, CtMeta[] metas)
    {
        var units = new List<CtUnit>();
        for (var part = 0; part < metas.Length; part++)
        {
            foreach (var unit in metas[part].Units)
            {
                var isOfPart = unit.Name == All && !Array.TrueForAll(metas, meta => meta.Units.Contains(unit));
                var named = request.Series
                    .Where(series => series.Part == part && (isOfPart || CtSeriesNames.IndexOf(unit.Name) == series.Index))
                    .Select(series => unit with { Name = series.Label })
                    .ToList();
                units.AddRange(named is [] ? [unit] : named);
            }
        }

        return [.. units.Distinct()];
    }
}
