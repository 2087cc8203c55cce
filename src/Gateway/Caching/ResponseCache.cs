using System.Diagnostics;
using System.Net;
using Gateway.Upstream;
using static Gateway.Time.Instants;

namespace Gateway.Caching;

/// <summary>
/// Answers a feature's requests. A caller with a valid lease gets a response from the cache; otherwise Cloudflare is called. While
/// Cloudflare can't be called, a caller gets stale data for as long as its last 2xx allows.
/// </summary>
internal sealed partial class ResponseCache<TRequest, TResponse>(
    IOrigin<TRequest, TResponse> origin, CacheState state, FingerprintCache callers, ILogger<ResponseCache<TRequest, TResponse>> logger)
    where TRequest : ICacheableRequest
    where TResponse : class, ICacheableResponse
{
    public CloudflareEndpoint Endpoint => origin.Endpoint;

    /// <summary>Gets a response from the cache or from Cloudflare.</summary>
    /// <param name="request">The request in normal form.</param>
    /// <param name="credential">The caller's own credential.</param>
    /// <param name="address">Where the caller's request came from.</param>
    /// <param name="noCache">Whether the caller wants to bypass the cache.</param>
    /// <param name="cancellationToken">Ends the caller's wait, and cancels the call if nobody else waits for it.</param>
    public ValueTask<Result<Cached<TResponse>>> GetAsync(
        TRequest request, Credential credential, IPAddress? address, bool noCache, CancellationToken cancellationToken)
    {
        var caller = callers.Identify(credential);
        var keys = state.KeysOf(request, origin.Endpoint, caller);
        var now = state.Time.GetUtcNow();
        var isBypass = noCache && state.NoCache.TryPass(keys.Own, state.Known.Contains(caller.Fingerprint), now);
        var span = CacheMetrics.Start(origin.Endpoint);
        if (isBypass || FromMemory(keys, request, caller, now) is not { } answer)
        {
            var asking = AskAsync(keys, request, caller with { Address = ClientAddress.Of(address) }, isBypass, span, cancellationToken);
            if (span is not null)
            {
                // It goes on in the task, and is not the parent of what the caller does meanwhile.
                Activity.Current = span.Parent;
            }

            return new(asking);
        }

        Observe(answer, CacheTier.Memory, span);
        span?.Dispose();
        return new(answer);
    }

    /// <summary>A response or a cached refusal from memory, without waiting; null if there is none.</summary>
    private Result<Cached<TResponse>>? FromMemory(RequestKeys keys, TRequest request, Caller caller, DateTimeOffset now)
    {
        var lease = state.Leases.Find(keys.Scope);
        if (lease is not null && lease.IsValid(now) && Find(keys, lease) is { } entry)
        {
            if (FromEntry(entry, lease, keys, request, caller, now) is { } answer)
            {
                return answer;
            }
        }

        if ((state.Leases.Refusals.Find(keys.Scope, now) ?? state.Leases.Refusals.Find(keys.Own, now)) is { } refusal)
        {
            return refusal.Failure;
        }

        return null;
    }

    /// <summary>Waits for a fetch of this request with this credential, and starts it if none is in progress.</summary>
    private async Task<Result<Cached<TResponse>>> AskAsync(
        RequestKeys keys, TRequest request, Caller caller, bool isBypass, Activity? span, CancellationToken cancellationToken)
    {
        using var ended = span;
        var askedAt = state.Time.GetUtcNow();
        while (true)
        {
            var fetched = await Join(keys, request, caller, isBypass, askedAt).WaitAsync(cancellationToken);
            var now = state.Time.GetUtcNow();
            if (fetched.Failure is { } failure)
            {
                return Observe(StaleOr(failure, keys, caller, now), fetched.Tier, span);
            }

            var entry = fetched.Entry!;
            if (fetched.IsCalled)
            {
                var lapsesAt = state.Leases.Find(keys.Scope)?.LapsesAt ?? now;
                var status = isBypass ? CacheStatus.Bypass : CacheStatus.Miss;
                return Observe(Answer(entry, status, now, Earlier(entry.FreshUntil, lapsesAt)), CacheTier.Upstream, span);
            }

            // The fetch found the entry in the cache. A caller that bypasses the cache has joined another caller's fetch, and repeats.
            if (!isBypass
                && state.Leases.Find(keys.Scope) is { } lease
                && lease.IsValid(now)
                && FromEntry(entry, lease, keys, request, caller, now) is { } answer)
            {
                return Observe(answer, fetched.Tier, span);
            }
        }
    }

    /// <summary>Tells metrics and the span of an answer. Stale data is always from memory.</summary>
    private Result<Cached<TResponse>> Observe(Result<Cached<TResponse>> answer, CacheTier tier, Activity? span)
    {
        var freshness = answer.Value?.Freshness;
        state.Metrics.Answered(
            origin.Endpoint, freshness?.Status == CacheStatus.Stale ? CacheTier.Memory : tier, freshness, answer.Failure, span);
        return answer;
    }

    /// <param name="entry">The entry.</param>
    /// <param name="status">Where it came from.</param>
    /// <param name="now">The time on the monotonic clock.</param>
    /// <param name="expiresAt">
    /// On the monotonic clock as well. Callers see it on the wall clock of <see cref="CacheEntry.FetchedAt"/>.
    /// </param>
    private static Cached<TResponse> Answer(CacheEntry entry, CacheStatus status, DateTimeOffset now, DateTimeOffset expiresAt) => new(
        (TResponse)entry.Response,
        new Freshness(status, entry.FetchedAt, (now - entry.Since).TotalSeconds, entry.FetchedAt + (expiresAt - entry.Since)));
}
