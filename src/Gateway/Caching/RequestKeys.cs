using Gateway.Upstream;

namespace Gateway.Caching;

/// <summary>The keys of one request by one caller.</summary>
/// <param name="Request">The request, of any credential: the key of shared entries.</param>
/// <param name="Own">The request of this credential: the key of its own entries, refusals, outages and fetches.</param>
/// <param name="Scope">The credential with the endpoint and zone: the key of its lease.</param>
/// <param name="PreviousOwn">
/// <paramref name="Own"/> under the previous secret, which other replicas may use while a new secret is rolled out.
/// </param>
internal sealed record RequestKeys(CacheKey Request, CacheKey Own, CacheKey Scope, CacheKey? PreviousOwn = null)
{
    /// <summary>
    /// The size in bytes: four keys, one of them nullable, in an object; and what the key of the dictionary takes beyond 32 bytes, twice.
    /// </summary>
    public const int Size = 16 + (4 * CacheKey.Size) + 8 + (2 * CacheKey.Size);

    private const byte RequestTag = 1;
    private const byte FingerprintTag = 2;
    private const byte ZoneTag = 3;
    private const byte EndpointTag = 4;

    public static RequestKeys Of(
        ICacheableRequest request, CloudflareEndpoint endpoint, Caller caller) => new(
        request.Key,
        OwnOf(request.Key, caller.Fingerprint),
        ScopeOf(endpoint, request.Zone, caller.Fingerprint),
        caller.PreviousFingerprint is { } before ? OwnOf(request.Key, before) : null);

    private static CacheKey OwnOf(CacheKey request, CredentialFingerprint fingerprint)
    {
        var own = new KeyWriter(KeyKind.Own, stackalloc byte[KeyWriter.BufferSize]);
        own.Add(RequestTag, request);
        own.Add(FingerprintTag, fingerprint);
        return own.ToKey();
    }

    private static CacheKey ScopeOf(CloudflareEndpoint endpoint, string? zone, CredentialFingerprint fingerprint)
    {
        var scope = new KeyWriter(KeyKind.Scope, stackalloc byte[KeyWriter.BufferSize]);
        scope.Add(EndpointTag, endpoint.Name);
        scope.Add(FingerprintTag, fingerprint);
        if (zone is not null)
        {
            scope.Add(ZoneTag, zone);
        }

        return scope.ToKey();
    }
}
