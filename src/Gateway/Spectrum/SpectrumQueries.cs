using Gateway.Caching;
using Gateway.Spectrum.Filters;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;

namespace Gateway.Spectrum;

/// <summary>The Spectrum field of the query type.</summary>
[QueryType]
internal static partial class SpectrumQueries
{
    /// <summary>
    /// Spectrum connection analytics of one zone, grouped by time interval.
    /// Requires a Cloudflare credential with `Zone > Analytics > Read` on the zone. Null, with an error, if Cloudflare gives no answer.
    /// </summary>
    /// <param name="zoneId">The zone's id: 32 hex digits. Capitals are taken as lower case.</param>
    /// <param name="timeDelta">Length of one time interval.</param>
    /// <param name="since">Start, inclusive. Must be before `until`. Default: `until` minus 6 hours.</param>
    /// <param name="until">End. Default: now.</param>
    /// <param name="window">
    /// Everything up to now, from the start of the interval in which now minus this lies: `30m`, `24h`, `7d` or `4w`. If it is shorter than
    /// an interval, the running interval. Intervals are in UTC, and weeks begin on Monday. At most 366 days, or 5 years (1827 days) for
    /// `QUARTER` and `YEAR`. Can't be combined with `since` and `until`. All who ask for the same window share an answer until the next
    /// interval begins.
    /// </param>
    /// <param name="shift">
    /// The same window, that much earlier: `7d` compares with last week. It ends with the interval that corresponds to the running one.
    /// Requires `window`, and has its form and its limits.
    /// </param>
    /// <param name="dimensions">Break the data down by these attributes, in any order. Default: none, one row overall.</param>
    /// <param name="metrics">Metrics to compute, in any order. Default: the metrics that the query selects, or else `COUNT`.</param>
    /// <param name="filters">
    /// A Cloudflare filter expression, e.g. `event==disconnect AND coloName!=SFO`. The gateway checks it before it is sent.
    /// Comparisons of `event`, `appID`, `coloName` and `ipVersion` by `==`, `!=`, `&gt;`, `&gt;=`, `&lt;` or `&lt;=` are joined by ` AND `
    /// or `;`, and by ` OR ` or `,`. AND has precedence, and there are no parentheses. At most 64 comparisons. `ipVersion` is 4 or 6. The
    /// expression must not be percent-encoded.
    /// </param>
    /// <param name="where">A typed filter. Can't be combined with `filters`.</param>
    /// <param name="sort">Order of the rows, the first field first. Each field must be a metric or dimension of this request, once.</param>
    /// <param name="limit">Maximum number of rows: 1 or more. Default: chosen by Cloudflare.</param>
    // The arguments are read from the context, so that the call budget derives the same request from them.
    public static async Task<SpectrumBytime?> GetSpectrumBytimeAsync(
        [ID] string zoneId,
        SpectrumTimeDelta timeDelta,
        DateTimeOffset? since,
        DateTimeOffset? until,
        string? window,
        string? shift,
        [MaxLength(SpectrumField.MaxList)] IReadOnlyList<SpectrumDimension>? dimensions,
        [MaxLength(SpectrumField.MaxList)] IReadOnlyList<SpectrumMetric>? metrics,
        string? filters,
        SpectrumWhereInput? where,
        [MaxLength(SpectrumField.MaxList)] IReadOnlyList<SpectrumSort>? sort,
        int? limit,
        [Service] ResponseCache<SpectrumBytimeRequest, SpectrumResponse> cache,
        IResolverContext context,
        HttpContext httpContext,
        CancellationToken cancellationToken) =>
        await cache.AnswerAsync(SpectrumBytimeRequest.Of(context), context, httpContext, cancellationToken) is { } cached
            ? new SpectrumBytime(cached.Response, cached.Freshness)
            : null;
}
