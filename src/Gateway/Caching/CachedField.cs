using Gateway.Upstream;

namespace Gateway.Caching;

/// <summary>What the fields of all features do once their arguments are a request.</summary>
internal static class CachedField
{
    /// <summary>
    /// Answers with the credential of the HTTP request; null with an error of the field where Cloudflare gives no answer. Faults are
    /// reported in the order of the error table: arguments, credential, call.
    /// </summary>
    public static async ValueTask<Cached<TResponse>?> AnswerAsync<TRequest, TResponse>(
        this ResponseCache<TRequest, TResponse> cache,
        Result<TRequest> asked,
        IResolverContext context,
        HttpContext http,
        CancellationToken cancellationToken)
        where TRequest : class, ICacheableRequest
        where TResponse : class, ICacheableResponse
    {
        if (asked.IsSuccess(out var request, out var failure)
            && CredentialReader.Read(http.Request.Headers, cache.Endpoint.Api).IsSuccess(out var credential, out failure))
        {
            var answer = await cache.GetAsync(request, credential, NoCacheMarks.IsAsked(http.Request.Headers), cancellationToken);
            if (answer.IsSuccess(out var cached, out failure))
            {
                return cached;
            }
        }

        context.ReportError(failure.ToError());
        return null;
    }
}
