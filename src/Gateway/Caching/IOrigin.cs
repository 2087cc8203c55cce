using Gateway.Upstream;

namespace Gateway.Caching;

/// <summary>A request in normal form.</summary>
internal interface ICacheableRequest
{
    /// <summary>The digest of all its inputs: equal where Cloudflare is asked the same.</summary>
    CacheKey Key { get; }

    /// <summary>The zone that a credential needs access to; null where there is none.</summary>
    string? Zone { get; }
}

/// <summary>A success of Cloudflare's: read-only, and shared by every request that gets it.</summary>
internal interface ICacheableResponse
{
    DateTimeOffset ReceivedAt { get; }

    /// <summary>About how many bytes it takes in memory, with all that it alone refers to.</summary>
    long Size { get; }

    /// <summary>What was written of it so far; beside <see cref="Size"/>.</summary>
    ResponseFragments Fragments { get; }
}

/// <summary>Where a feature's replies come from, and what the cache has to know about them.</summary>
internal interface IOrigin<TRequest, TResponse>
    where TRequest : ICacheableRequest
    where TResponse : class, ICacheableResponse
{
    CloudflareEndpoint Endpoint { get; }

    /// <summary>Whether callers with leases of their own share entries.</summary>
    bool IsShared { get; }

    /// <summary>Asks Cloudflare. The reply depends on nothing but the request, what the credential may see, and the moment.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="caller">Whose credential is sent.</param>
    /// <param name="purpose">What the call is for.</param>
    /// <param name="waited">How long the caller has waited already: that counts towards the deadline.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<Result<TResponse>> FetchAsync(
        TRequest request, Caller caller, CallPurpose purpose, TimeSpan waited, CancellationToken cancellationToken);

    Lifetime LifetimeOf(TRequest request, TResponse response);

    /// <summary>All of a response but <see cref="ICacheableResponse.ReceivedAt"/>, for the distributed tier.</summary>
    byte[] Encode(TResponse response);

    /// <summary>Throws <see cref="Nerdbank.MessagePack.MessagePackSerializationException"/> for bytes that <see cref="Encode"/> has not written.</summary>
    TResponse Decode(ReadOnlyMemory<byte> payload, DateTimeOffset receivedAt);
}

/// <summary>How long a reply may be used.</summary>
/// <param name="Fresh">As it is, from when it was received.</param>
/// <param name="WhileRevalidating">After that, while a newer one is fetched (RFC 5861, section 3).</param>
/// <param name="IfError">After <paramref name="Fresh"/>, while Cloudflare can't be asked (RFC 5861, section 4).</param>
internal readonly record struct Lifetime(TimeSpan Fresh, TimeSpan WhileRevalidating, TimeSpan IfError);
