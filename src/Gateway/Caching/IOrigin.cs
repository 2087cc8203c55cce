using System.Globalization;
using Gateway.Upstream;

namespace Gateway.Caching;

/// <summary>A request in normal form.</summary>
internal interface ICacheableRequest
{
    /// <summary>The digest of all inputs. Requests that ask Cloudflare for the same have the same key.</summary>
    CacheKey Key { get; }

    /// <summary>The zone that the credential needs access to; null for an endpoint without zones.</summary>
    string? Zone { get; }
}

/// <summary>A successful response of Cloudflare. It is immutable, since many requests share it.</summary>
internal interface ICacheableResponse
{
    DateTimeOffset ReceivedAt { get; }

    /// <summary>
    /// Differs where the items of two answers do: letters and digits, for cursors. By default each call makes another answer.
    /// </summary>
    string Version => ReceivedAt.UtcTicks.ToString("x", CultureInfo.InvariantCulture);

    /// <summary>The approximate size in memory, in bytes, without <see cref="Fragments"/>.</summary>
    long Size { get; }

    /// <summary>The response's cached JSON.</summary>
    FragmentStore Fragments { get; }
}

/// <summary>A feature's endpoint at Cloudflare, and what the cache has to know about its responses.</summary>
internal interface IOrigin<TRequest, TResponse>
    where TRequest : ICacheableRequest
    where TResponse : class, ICacheableResponse
{
    CloudflareEndpoint Endpoint { get; }

    /// <summary>Whether callers share entries. Each of them still needs a lease of its own.</summary>
    bool IsShared { get; }

    /// <summary>Calls Cloudflare. The response depends only on the request, on what the credential may see, and on the time.</summary>
    /// <param name="request">The request in normal form.</param>
    /// <param name="caller">The caller, whose credential is sent.</param>
    /// <param name="purpose">What the call is for.</param>
    /// <param name="waited">How long the caller has waited already, which counts towards the deadline.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<Result<TResponse>> FetchAsync(
        TRequest request, Caller caller, CallPurpose purpose, TimeSpan waited, CancellationToken cancellationToken);

    Lifetime LifetimeOf(TRequest request, TResponse response);

    /// <summary>The response without what Cloudflare said to the credential of the call, for shared entries.</summary>
    TResponse ForOthers(TResponse response) => response;

    /// <summary>Encodes a response for L2, without <see cref="ICacheableResponse.ReceivedAt"/>.</summary>
    byte[] Encode(TResponse response);

    /// <summary>Decodes what <see cref="Encode"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are something else.</exception>
    TResponse Decode(TRequest request, ReadOnlyMemory<byte> payload, DateTimeOffset receivedAt);
}

/// <summary>How long a response may be used.</summary>
/// <param name="Fresh">The freshness lifetime, from when the response was received (RFC 9111, section 4.2).</param>
/// <param name="WhileRevalidating">How long after that it is served while it is refreshed (RFC 5861, section 3).</param>
/// <param name="IfError">
/// How long after <paramref name="Fresh"/> it is served while Cloudflare can't be called (RFC 5861, section 4).
/// </param>
internal readonly record struct Lifetime(TimeSpan Fresh, TimeSpan WhileRevalidating, TimeSpan IfError)
{
    /// <summary>When the request stands for something else; null if it never does.</summary>
    public Turn? Turn { get; init; }
}

/// <summary>
/// From this time on a call with the same request has other parameters, so an earlier response is expired, whatever its lifetime.
/// </summary>
/// <param name="After">The time since the response was received. It may be negative.</param>
/// <param name="WhileRevalidating">How long after that it is served at most while it is refreshed.</param>
/// <param name="IfError">How long after that it is served at most while Cloudflare can't be called.</param>
internal readonly record struct Turn(TimeSpan After, TimeSpan WhileRevalidating, TimeSpan IfError);
