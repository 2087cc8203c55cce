using System.Collections.Immutable;
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
        var answer = await cache.GetAsync(asked, http, cancellationToken);
        if (answer.IsSuccess(out var cached, out var failure))
        {
            return cached;
        }

        context.ReportError(failure.ToError());
        return null;
    }

    /// <summary>The same for who reports the failure otherwise.</summary>
    public static ValueTask<Result<Cached<TResponse>>> GetAsync<TRequest, TResponse>(
        this ResponseCache<TRequest, TResponse> cache, Result<TRequest> asked, HttpContext http, CancellationToken cancellationToken)
        where TRequest : class, ICacheableRequest
        where TResponse : class, ICacheableResponse =>
        asked.IsSuccess(out var request, out var failure)
        && CredentialReader.Read(http.Request.Headers, cache.Endpoint.Api).IsSuccess(out var credential, out failure)
            ? cache.GetAsync(
                request, credential, http.Connection.RemoteIpAddress, NoCacheMarks.IsAsked(http.Request.Headers), cancellationToken)
            : new(failure);

    /// <summary>
    /// Gets the responses of several requests side by side, each as if it were alone, and waits for all of them. Without a valid credential
    /// it reports an error of the field and returns null; the failures of the requests are left to the field.
    /// </summary>
    public static async ValueTask<Result<Cached<TResponse>>[]?> AnswerAllAsync<TRequest, TResponse>(
        this ResponseCache<TRequest, TResponse> cache,
        ImmutableArray<TRequest> requests,
        IResolverContext context,
        HttpContext http,
        CancellationToken cancellationToken)
        where TRequest : class, ICacheableRequest
        where TResponse : class, ICacheableResponse
    {
        if (!CredentialReader.Read(http.Request.Headers, cache.Endpoint.Api).IsSuccess(out var credential, out var failure))
        {
            context.ReportError(failure.ToError());
            return null;
        }

        var (address, noCache) = (http.Connection.RemoteIpAddress, NoCacheMarks.IsAsked(http.Request.Headers));
        var (answers, waiting) = (new Result<Cached<TResponse>>[requests.Length], new List<Task>());
        for (var i = 0; i < answers.Length; i++)
        {
            var asking = AskAsync(i);
            if (!asking.IsCompletedSuccessfully)
            {
                waiting.Add(asking.AsTask());
            }
        }

        // Ends when all have ended, so no exception remains unobserved.
        await Task.WhenAll(waiting);
        return answers;

        async ValueTask AskAsync(int index) =>
            answers[index] = await cache.GetAsync(requests[index], credential, address, noCache, cancellationToken);
    }
}
