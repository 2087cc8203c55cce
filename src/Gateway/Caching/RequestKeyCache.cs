using Gateway.Upstream;

namespace Gateway.Caching;

/// <summary>The keys of requests that callers have made lately: digests are dear, and dashboards ask again and again.</summary>
internal sealed class RequestKeyCache(long capacity)
{
    private readonly BoundedMap<(CacheKey Request, CredentialFingerprint Caller), Entry> _known = new(capacity, static _ => Entry.Size);

    /// <inheritdoc cref="RequestKeys.Of"/>
    public RequestKeys Of(ICacheableRequest request, CloudflareEndpoint endpoint, Caller caller)
    {
        var key = (request.Key, caller.Fingerprint);
        if (_known.Find(key) is { } known)
        {
            return known.Keys;
        }

        var keys = RequestKeys.Of(request, endpoint, caller);
        _known.Set(key, new Entry(keys));
        return keys;
    }

    private sealed record Entry(RequestKeys Keys)
    {
        // The keys, one of them nullable, with the object around them; and the second half of what they are found by, twice.
        public const int Size = 16 + (4 * CacheKey.Size) + 8 + (2 * CacheKey.Size);
    }
}
