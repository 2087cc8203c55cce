using Gateway.Upstream;

namespace Gateway.Caching;

/// <summary>
/// Answers a feature's requests: from the cache where the caller's own credential got a 2xx from the endpoint within the lease, from
/// Cloudflare otherwise, and from stale data while Cloudflare can't be asked, for as long as the caller's last 2xx allows.
/// </summary>
internal sealed partial class ResponseCache<TRequest, TResponse>(
    IOrigin<TRequest, TResponse> origin, CacheState state, FingerprintCache callers, ILogger<ResponseCache<TRequest, TResponse>> logger)
    where TRequest : ICacheableRequest
    where TResponse : class, ICacheableResponse
{
    public CloudflareEndpoint Endpoint => origin.Endpoint;

    /// <param name="request">In normal form.</param>
    /// <param name="credential">The caller's own; kept by nothing but a call under way.</param>
    /// <param name="noCache">Whether the caller wants to go past the cache.</param>
    /// <param name="cancellationToken">Ends this caller's waiting, and the call with it if nobody else waits.</param>
    public ValueTask<Result<Cached<TResponse>>> GetAsync(
        TRequest request, Credential credential, bool noCache, CancellationToken cancellationToken)
    {
        var caller = callers.Identify(credential);
        var keys = state.KeysOf(request, origin.Endpoint, caller);
        var now = state.Time.GetUtcNow();
        var isBypass = noCache && state.NoCache.TryPass(keys.Own, now);
        return !isBypass && FromMemory(keys, request, caller, now) is { } answer
            ? new(answer)
            : new(AskAsync(keys, request, caller, isBypass, cancellationToken));
    }

    /// <summary>An answer that needs no waiting, if there is one.</summary>
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
            return refusal.At(now);
        }

        return null;
    }

    /// <summary>
    /// What a caller with a valid lease reads: fresh data, or older data while it is fetched anew. Null for what is too old.
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

    /// <summary>Waits for the fetch under way for this request and credential, or for a new one.</summary>
    private async Task<Result<Cached<TResponse>>> AskAsync(
        RequestKeys keys, TRequest request, Caller caller, bool isBypass, CancellationToken cancellationToken)
    {
        while (true)
        {
            var fetched = await Join(keys, request, caller, isBypass).WaitAsync(cancellationToken);
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

            // The cache had it after all. Who goes past the cache has joined a fetch that did not, and asks again.
            if (!isBypass
                && state.Leases.Find(keys.Scope) is { } lease
                && lease.IsValid(now)
                && FromEntry(entry, lease, keys, request, caller, now) is { } answer)
            {
                return answer;
            }
        }
    }

    /// <summary>Stale data in place of a failure that leaves open whether the caller may still read it.</summary>
    private Result<Cached<TResponse>> StaleOr(Failure failure, RequestKeys keys, Caller caller, DateTimeOffset now)
    {
        if (state.Leases.Find(keys.Scope) is { } lease
            && (lease.IsValid(now)
                ? failure.AllowsStale()
                : failure.AllowsStaleInGrace() && lease.IsWithin(state.Options.AuthorizationGrace, now))
            && Find(keys, lease) is { } entry
            && entry.IsUsableOnError(now))
        {
            return Answer(entry, CacheStatus.Stale, now, PausedUntil(keys, caller, now) ?? now);
        }

        return failure;
    }

    private CacheKey EntryKey(RequestKeys keys) => origin.IsShared ? keys.Request : keys.Own;

    /// <summary>The entry in memory, if it may be read under the lease.</summary>
    private CacheEntry? Find(RequestKeys keys, Lease? lease) =>
        state.Entries.Find(EntryKey(keys)) is { } entry && IsReadable(entry, lease) ? entry : null;

    /// <summary>Whether the entry is nobody else's, and did not end with an earlier lease.</summary>
    private bool IsReadable(CacheEntry entry, Lease? lease) => origin.IsShared || ReferenceEquals(entry.Lease, lease);

    /// <summary>Until when Cloudflare is not asked this by this caller, where something stands against it.</summary>
    private DateTimeOffset? PausedUntil(RequestKeys keys, Caller caller, DateTimeOffset now) =>
        state.Limits.CoolDown(caller, now) ?? state.Outages.Find(keys.Own, now)?.Until;

    /// <param name="entry">What is answered.</param>
    /// <param name="status">How it was come by.</param>
    /// <param name="now">By this process's clock.</param>
    /// <param name="expiresAt">By the same; callers are told the moment on the clock that <see cref="CacheEntry.FetchedAt"/> is of.</param>
    private static Cached<TResponse> Answer(CacheEntry entry, CacheStatus status, DateTimeOffset now, DateTimeOffset expiresAt) => new(
        (TResponse)entry.Response,
        new Freshness(status, entry.FetchedAt, (now - entry.Since).TotalSeconds, entry.FetchedAt + (expiresAt - entry.Since)));

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
