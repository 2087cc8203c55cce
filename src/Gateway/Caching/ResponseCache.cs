using System.Net;
using Gateway.Upstream;

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
        return !isBypass && FromMemory(keys, request, caller, now) is { } answer
            ? new(answer)
            : new(AskAsync(keys, request, caller with { Address = ClientAddress.Of(address) }, isBypass, cancellationToken));
    }

    /// <summary>A response or a cached refusal from memory, without waiting; null if there is none.</summary>
    private Result<Cached<TResponse>>? FromMemory(RequestKeys keys, TRequest request, Caller caller, DateTimeOffset now)
    {
        var lease = state.Leases.Find(keys.Scope);
        if (lease is not null && lease.IsValid(now) && Find(keys, lease) is { } entry)
        {
            if (entry.HasGrown)
            {
                state.Entries.Measure(EntryKey(keys));
            }

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

    /// <summary>
    /// The response for a caller with a valid lease: fresh, or stale while it is refreshed. Null if the entry is too old.
    /// </summary>
    private Result<Cached<TResponse>>? FromEntry(
        CacheEntry entry, Lease lease, RequestKeys keys, TRequest request, Caller caller, DateTimeOffset now)
    {
        if (entry.IsFresh(now))
        {
            if (now >= entry.RefreshAt)
            {
                Refresh(entry, keys, request, caller, now);
            }

            if (lease.TryBeginRenewal(now))
            {
                Renew(lease, keys, request, caller, now);
            }

            return Answer(entry, CacheStatus.Hit, now, Earlier(entry.FreshUntil, lease.LapsesAt));
        }

        if (!entry.IsUpdatable(now))
        {
            return null;
        }

        return Refresh(entry, keys, request, caller, now) is { } paused
            ? Answer(entry, CacheStatus.Stale, now, paused)
            : Answer(entry, CacheStatus.Updating, now, entry.FreshUntil);
    }

    /// <summary>Waits for a fetch of this request with this credential, and starts it if none is in progress.</summary>
    private async Task<Result<Cached<TResponse>>> AskAsync(
        RequestKeys keys, TRequest request, Caller caller, bool isBypass, CancellationToken cancellationToken)
    {
        var askedAt = state.Time.GetUtcNow();
        while (true)
        {
            var fetched = await Join(keys, request, caller, isBypass, askedAt).WaitAsync(cancellationToken);
            var now = state.Time.GetUtcNow();
            if (fetched.Failure is { } failure)
            {
                return StaleOr(failure, keys, caller, now);
            }

            var entry = fetched.Entry!;
            if (fetched.IsCalled)
            {
                var lapsesAt = state.Leases.Find(keys.Scope)?.LapsesAt ?? now;
                return Answer(entry, isBypass ? CacheStatus.Bypass : CacheStatus.Miss, now, Earlier(entry.FreshUntil, lapsesAt));
            }

            // The fetch found the entry in the cache. A caller that bypasses the cache has joined another caller's fetch, and repeats.
            if (!isBypass
                && state.Leases.Find(keys.Scope) is { } lease
                && lease.IsValid(now)
                && FromEntry(entry, lease, keys, request, caller, now) is { } answer)
            {
                return answer;
            }
        }
    }

    /// <summary>Stale data instead of the failure, if the failure and the caller's lease allow it.</summary>
    private Result<Cached<TResponse>> StaleOr(Failure failure, RequestKeys keys, Caller caller, DateTimeOffset now)
    {
        if (state.Leases.Find(keys.Scope) is { } lease
            && (lease.IsValid(now)
                ? failure.AllowsStale()
                : failure.AllowsStaleInGrace() && lease.IsWithin(state.Options.AuthorizationGrace, now) && IsOutage(failure, keys, lease))
            && Find(keys, lease) is { } entry
            && entry.IsUsableOnError(now))
        {
            return Answer(entry, CacheStatus.Stale, now, PausedUntil(keys, caller, now) ?? now);
        }

        return failure;
    }

    /// <summary>
    /// Whether the failure shows that Cloudflare can't be called with this request. A revoked credential can bring about failures of other
    /// requests, so its own trouble counts only if this request has failed as well since the last 2xx.
    /// </summary>
    private bool IsOutage(Failure failure, RequestKeys keys, Lease lease) =>
        !failure.IsOwnTrouble || HasFailed(keys, lease);

    /// <summary>Whether the request's own call has failed since the last 2xx.</summary>
    private bool HasFailed(RequestKeys keys, Lease lease) => state.Outages.FindLast(keys.Own)?.Since >= lease.GrantedFrom;

    private CacheKey EntryKey(RequestKeys keys) => origin.IsShared ? keys.Request : keys.Own;

    /// <summary>The entry in memory, if it is readable under the lease.</summary>
    private CacheEntry? Find(RequestKeys keys, Lease? lease) =>
        state.Entries.Find(EntryKey(keys)) is { } entry && IsReadable(entry, lease) ? entry : null;

    /// <summary>Whether the entry is shared, or belongs to this lease. An own entry of an earlier lease has ended with it.</summary>
    private bool IsReadable(CacheEntry entry, Lease? lease) => origin.IsShared || ReferenceEquals(entry.Lease, lease);

    /// <summary>When the caller's cool-down, or else the request's outage, ends; null if Cloudflare may be asked now.</summary>
    private DateTimeOffset? PausedUntil(RequestKeys keys, Caller caller, DateTimeOffset now) =>
        state.Limits.CoolDown(caller, now) ?? state.Outages.Find(keys.Own, now)?.Until;

    /// <param name="entry">The entry.</param>
    /// <param name="status">Where it came from.</param>
    /// <param name="now">The time on the monotonic clock.</param>
    /// <param name="expiresAt">
    /// On the monotonic clock as well. Callers see it on the wall clock of <see cref="CacheEntry.FetchedAt"/>.
    /// </param>
    private static Cached<TResponse> Answer(CacheEntry entry, CacheStatus status, DateTimeOffset now, DateTimeOffset expiresAt) => new(
        (TResponse)entry.Response,
        new Freshness(status, entry.FetchedAt, (now - entry.Since).TotalSeconds, entry.FetchedAt + (expiresAt - entry.Since)));

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
