using Gateway.Upstream;

namespace Gateway.Caching;

/// <summary>The keys of one request by one caller.</summary>
/// <param name="Request">What is asked, whoever asks: shared entries, and outages.</param>
/// <param name="Own">What is asked by this credential: its own entries, its refusals, its call under way.</param>
/// <param name="Scope">The credential, endpoint and zone: its lease.</param>
/// <param name="PreviousOwn">What <paramref name="Own"/> is to replicas with the previous secret, while a new one is rolled out.</param>
internal sealed record RequestKeys(CacheKey Request, CacheKey Own, CacheKey Scope, CacheKey? PreviousOwn = null)
{
    /// <summary>In bytes: the keys, one of them nullable, with the object around them; and half of what they are found by, twice.</summary>
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
        Span<byte> buffer = stackalloc byte[KeyWriter.BufferSize];
        var own = new KeyWriter(KeyKind.Own, buffer);
        own.Add(RequestTag, request);
        own.Add(FingerprintTag, fingerprint);
        return own.ToKey();
    }

    private static CacheKey ScopeOf(CloudflareEndpoint endpoint, string? zone, CredentialFingerprint fingerprint)
    {
        Span<byte> buffer = stackalloc byte[KeyWriter.BufferSize];
        var scope = new KeyWriter(KeyKind.Scope, buffer);
        scope.Add(EndpointTag, endpoint.Name);
        scope.Add(FingerprintTag, fingerprint);
        if (zone is not null)
        {
            scope.Add(ZoneTag, zone);
        }

        return scope.ToKey();
    }
}
