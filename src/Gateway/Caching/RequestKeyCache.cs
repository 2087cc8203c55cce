using Gateway.Shared;
using Gateway.Upstream;

namespace Gateway.Caching;

/// <summary>Caches the keys of requests: digests are expensive, and dashboards ask again and again.</summary>
internal sealed class RequestKeyCache(long capacity)
{
    // The keys, one of them nullable, with the object around them; and the second half of what they are found by, twice.
    private const int Size = 16 + (4 * CacheKey.Size) + 8 + (2 * CacheKey.Size);

    private readonly BoundedCache<(CacheKey Request, CredentialFingerprint Caller), RequestKeys> _known = new(capacity, static _ => Size);

    /// <inheritdoc cref="RequestKeys.Of"/>
    public RequestKeys Of(ICacheableRequest request, CloudflareEndpoint endpoint, Caller caller)
    {
        var key = (request.Key, caller.Fingerprint);
        if (_known.Find(key) is { } known)
        {
            return known;
        }

        var keys = RequestKeys.Of(request, endpoint, caller);
        _known.Set(key, keys);
        return keys;
    }
}
