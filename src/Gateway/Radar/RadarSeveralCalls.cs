using Gateway.Caching;
using Gateway.Radar.Requests;
using Gateway.Radar.Responses;
using Gateway.Upstream;

namespace Gateway.Radar;

/// <summary>Answers a request of several parts: all of them, or the failure of the first series that has one.</summary>
internal static class RadarSeveralCalls
{
    // How many series a message names. The error has the names of all.
    private const int MaxNames = 3;

    /// <summary>Gets all parts. On failure it reports an error of the field and returns null; the other parts stay cached.</summary>
    public static async ValueTask<CtTimeseries?> AnswerPartsAsync(
        this ResponseCache<CtTimeseriesQuery, CtResponse> cache,
        CtTimeseriesRequest request,
        IResolverContext context,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        if (await cache.AnswerAllAsync(request.Parts, context, http, cancellationToken) is not { } answers)
        {
            return null;
        }

        // Parts are in the order of their first series.
        var (responses, freshness) = (new CtResponse[answers.Length], new Freshness[answers.Length]);
        for (var part = 0; part < answers.Length; part++)
        {
            if (!answers[part].IsSuccess(out var cached, out var failure)
                || (failure = CtMerge.RefuseNormalized(cached.Response.Data.Meta)) is not null)
            {
                // A refusal of the credential is that of all series.
                context.ReportError((failure.EndsLease() ? failure : Name(failure, request.LabelsOf(part))).ToError());
                return null;
            }

            (responses[part], freshness[part]) = (cached.Response, cached.Freshness);
        }

        return new CtTimeseries(request, responses, Freshness.Of(freshness));
    }

    private static Failure Name(Failure failure, string[] labels)
    {
        var names = string.Join(", ", labels.Take(MaxNames).Select(static label => $"`{label}`"));
        var more = labels.Length > MaxNames ? FormattableString.Invariant($" and {labels.Length - MaxNames} more") : "";
        return failure with { Message = $"For series {names}{more}: {failure.Message}", Series = labels };
    }
}
