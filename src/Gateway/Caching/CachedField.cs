using Gateway.Upstream;

namespace Gateway.Caching;

/// <summary>The common part of all root fields: from the request to a cached response or an error.</summary>
internal static class CachedField
{
    /// <summary>
    /// Gets a response with the credential of the HTTP request. On failure it reports an error of the field and returns null. Arguments are
    /// checked before the credential, and the credential before the call.
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
            var answer = await cache.GetAsync(
                request, credential, http.Connection.RemoteIpAddress, NoCacheMarks.IsAsked(http.Request.Headers), cancellationToken);
            if (answer.IsSuccess(out var cached, out failure))
            {
                return cached;
            }
        }

        context.ReportError(failure.ToError());
        return null;
    }
}
