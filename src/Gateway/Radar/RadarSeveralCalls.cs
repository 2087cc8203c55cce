using System.Diagnostics.CodeAnalysis;
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
            if (!answers[part].IsSuccess(out var cached, out var failure) || !IsRaw(cached.Response.Data.Meta, out failure))
            {
                context.ReportError(Name(failure, request.LabelsOf(part)).ToError());
                return null;
            }

            (responses[part], freshness[part]) = (cached.Response, cached.Freshness);
        }

        return new CtTimeseries(request, responses, Freshness.Of(freshness));
    }

    /// <summary>
    /// Whether the values are certificates. Cloudflare normalizes the series of a call by each other, so other values can't be compared
    /// with those of another call.
    /// </summary>
    private static bool IsRaw(CtMeta meta, [NotNullWhen(false)] out Failure? failure)
    {
        failure = meta.Normalization is null or CtNormalization.RAW_VALUES ? null : new Failure(
            FailureKind.UpstreamInvalidResponse,
            $"Cloudflare answered with normalized values ({meta.Normalization}), which can't stand beside those of another call. "
                + "Ask for these series in a field of their own.");
        return failure is null;
    }

    private static Failure Name(Failure failure, string[] labels)
    {
        var names = string.Join(", ", labels.Take(MaxNames).Select(static label => $"`{label}`"));
        var more = labels.Length > MaxNames ? FormattableString.Invariant($" and {labels.Length - MaxNames} more") : "";
        return failure with { Message = $"For series {names}{more}: {failure.Message}", Series = labels };
    }
}
