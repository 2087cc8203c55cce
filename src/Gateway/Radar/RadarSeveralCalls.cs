using Gateway.Caching;
using Gateway.Radar.Requests;
using Gateway.Radar.Responses;
using Gateway.Upstream;

namespace Gateway.Radar;

/// <summary>Answers a request of one or several parts: with all of them, or with the failure of the first series that has one.</summary>
internal static class RadarSeveralCalls
{
    // How many series a message names. The error has the names of all.
    private const int MaxNames = 3;

    /// <summary>Makes an answer. <c>parts</c> is null for a request of one part, which needs no list.</summary>
    public delegate TAnswer Maker<TSeries, out TAnswer>(
        CtSeriesRequest request, CtResponse<TSeries> first, CtResponse<TSeries>[]? parts, Freshness freshness)
        where TSeries : class, ICtWireSeries;

    /// <summary>Gets all parts. On failure it reports an error of the field and returns null; the other parts stay cached.</summary>
    public static async Task<TAnswer?> AnswerAsync<TSeries, TAnswer>(
        this ResponseCache<CtSeriesQuery, CtResponse<TSeries>> cache,
        Result<CtSeriesRequest> asked,
        Maker<TSeries, TAnswer> make,
        IResolverContext context,
        HttpContext http,
        CancellationToken cancellationToken)
        where TSeries : class, ICtWireSeries
        where TAnswer : CtAnswer
    {
        if (!asked.IsSuccess(out var request, out var refusal))
        {
            context.ReportError(refusal.ToError());
            return null;
        }

        if (request.Parts is [var only])
        {
            return await cache.AnswerAsync((Result<CtSeriesQuery>)only, context, http, cancellationToken) is { } single
                ? make(request, single.Response, null, single.Freshness)
                : null;
        }

        if (await cache.AnswerAllAsync(request.Parts, context, http, cancellationToken) is not { } answers)
        {
            return null;
        }

        // Parts are in the order of their first series.
        var (responses, freshness) = (new CtResponse<TSeries>[answers.Length], new Freshness[answers.Length]);
        for (var part = 0; part < answers.Length; part++)
        {
            if (!answers[part].IsSuccess(out var cached, out var failure)
                || (failure = CtMerge.RefuseNormalized(cached.Response.Meta, request.Question.Normalization)) is not null)
            {
                // A refusal of the credential is that of all series.
                context.ReportError((failure.EndsLease() ? failure : Name(failure, request.LabelsOf(part))).ToError());
                return null;
            }

            (responses[part], freshness[part]) = (cached.Response, cached.Freshness);
        }

        return make(request, responses[0], responses, Freshness.Of(freshness));
    }

    private static Failure Name(Failure failure, string[] labels)
    {
        var names = string.Join(", ", labels.Take(MaxNames).Select(static label => $"`{label}`"));
        var more = labels.Length > MaxNames ? FormattableString.Invariant($" and {labels.Length - MaxNames} more") : "";
        return failure with { Message = $"For series {names}{more}: {failure.Message}", Series = labels };
    }
}
