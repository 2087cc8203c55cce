using Gateway.Cloudflare;

namespace Gateway.Caching;

/// <summary>
/// Answers a feature's requests: from the cache where the caller's own credential got a 2xx from the endpoint within the lease, from
/// Cloudflare otherwise, and from stale data while Cloudflare can't be asked, for as long as the caller's last 2xx allows.
/// </summary>
internal sealed partial class ReplyCache<TRequest, TReply>(
    IOrigin<TRequest, TReply> origin, CacheState state, Callers callers, ILogger<ReplyCache<TRequest, TReply>> logger)
    where TRequest : ICacheableRequest
    where TReply : class, ICacheableReply
{
    /// <param name="request">In normal form.</param>
    /// <param name="credential">The caller's own; kept by nothing but a call under way.</param>
    /// <param name="noCache">Whether the caller wants to go past the cache.</param>
    /// <param name="cancellationToken">Ends this caller's waiting, and the call with it if nobody else waits.</param>
    public ValueTask<Result<Cached<TReply>>> GetAsync(
        TRequest request, Credential credential, bool noCache, CancellationToken cancellationToken)
    {
        var caller = callers.Identify(credential);
        var keys = state.Keys.Of(request, origin.Endpoint, caller);
        var now = state.Time.GetUtcNow();
        if (noCache && state.NoCache.TryPass(keys.Own, now))
        {
            return new(AskAsync(keys, request, caller, isBypass: true, cancellationToken));
        }

        if (!IsLookDue(keys, now) && FromMemory(keys, request, caller, now) is { } answer)
        {
            return new(answer);
        }

        return new(LookAndAskAsync(keys, request, caller, cancellationToken));
    }

    private async Task<Result<Cached<TReply>>> LookAndAskAsync(
        RequestKeys keys, TRequest request, Caller caller, CancellationToken cancellationToken)
    {
        if (state.Second.IsAnswering)
        {
            await LookAsync(keys, request, caller, cancellationToken);
            if (FromMemory(keys, request, caller, state.Time.GetUtcNow()) is { } answer)
            {
                return answer;
            }
        }

        return await AskAsync(keys, request, caller, isBypass: false, cancellationToken);
    }

    /// <summary>An answer that needs no waiting, if there is one.</summary>
    private Result<Cached<TReply>>? FromMemory(in RequestKeys keys, TRequest request, Caller caller, DateTimeOffset now)
    {
        if (state.Refusals.Find(keys.Own, now) is { } refusal)
        {
            return refusal.At(now);
        }

        var lease = state.Leases.Find(keys.Scope);
        if (lease is null || !lease.IsWithin(state.Options.AuthorizationLease, now))
        {
            if (state.Refusals.Find(keys.Scope, now) is { } refused)
            {
                return refused.At(now);
            }

            return null;
        }

        if (Find(keys, lease) is not { } entry)
        {
            return null;
        }

        if (entry.HasGrown)
        {
            state.Entries.Measure(EntryKey(keys), entry);
        }

        if (entry.IsFresh(now))
        {
            if (now >= entry.RefreshAt)
            {
                Refresh(entry, keys, request, caller, now);
            }

            return Answer(entry, CacheStatus.Hit, now, Earlier(entry.FreshUntil, lease.GrantedAt + state.Options.AuthorizationLease));
        }

        if (!entry.IsUpdatable(now))
        {
            return null;
        }

        return Refresh(entry, keys, request, caller, now) is { } paused
            ? Answer(entry, CacheStatus.Stale, now, paused)
            : Answer(entry, CacheStatus.Updating, now, entry.FreshUntil);
    }

    /// <summary>Waits for Cloudflare's answer: that of a call under way for this request and credential, or else of a new one.</summary>
    private async Task<Result<Cached<TReply>>> AskAsync(
        RequestKeys keys, TRequest request, Caller caller, bool isBypass, CancellationToken cancellationToken)
    {
        var flight = Join(keys, request, caller, isBypass);
        var landing = await flight.WaitAsync(cancellationToken);
        var now = state.Time.GetUtcNow();
        if (landing.Failure is { } failure)
        {
            return StaleOr(failure, keys, caller, now);
        }

        var entry = landing.Entry!;
        var status = isBypass ? CacheStatus.Bypass : landing.IsFetched ? CacheStatus.Miss : CacheStatus.Hit;
        return Answer(entry, status, now, Earlier(entry.FreshUntil, entry.FetchedAt + state.Options.AuthorizationLease));
    }

    /// <summary>Stale data in place of a failure that leaves open whether the caller may still read it.</summary>
    private Result<Cached<TReply>> StaleOr(Failure failure, in RequestKeys keys, Caller caller, DateTimeOffset now)
    {
        if (failure.LeavesOpen()
            && state.Leases.Find(keys.Scope) is { } lease
            && lease.IsWithin(state.Options.AuthorizationGrace, now)
            && Find(keys, lease) is { } entry
            && entry.IsUsableOnError(now))
        {
            return Answer(entry, CacheStatus.Stale, now, PausedUntil(keys, caller, now) ?? now);
        }

        return failure;
    }

    private CacheKey EntryKey(in RequestKeys keys) => origin.IsShared ? keys.Request : keys.Own;

    /// <summary>The entry, unless it is the credential's own and the credential was refused since.</summary>
    private CacheEntry? Find(in RequestKeys keys, Lease lease) =>
        state.Entries.Find(EntryKey(keys)) is { } entry && (origin.IsShared || entry.FetchedAt > lease.EndedAt) ? entry : null;

    /// <summary>Until when Cloudflare is not asked this by this caller, where something stands against it.</summary>
    private DateTimeOffset? PausedUntil(in RequestKeys keys, Caller caller, DateTimeOffset now) =>
        state.Limits.CoolDown(caller, now) ?? Outage(keys, now)?.Until;

    private HeldFailure? Outage(in RequestKeys keys, DateTimeOffset now) =>
        state.Outages.Find(keys.Request, now) ?? state.Outages.Find(keys.Own, now);

    private static Cached<TReply> Answer(CacheEntry entry, CacheStatus status, DateTimeOffset now, DateTimeOffset expiresAt) =>
        new((TReply)entry.Reply, new Freshness(status, entry.FetchedAt, Math.Max(0, (now - entry.FetchedAt).TotalSeconds), expiresAt));

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
