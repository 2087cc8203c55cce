using System.Buffers;
using System.Collections.Concurrent;
using Gateway.Cloudflare;
using Gateway.Cloudflare.RateLimiting;

namespace Gateway.Caching;

/// <content>One fetch for all who ask for the same with one credential, and what its answer changes.</content>
internal sealed partial class ReplyCache<TRequest, TReply>
{
    /// <summary>How far another replica's clock may be ahead of this one's; what is further ahead is not believed.</summary>
    private static readonly TimeSpan MaxSkew = TimeSpan.FromSeconds(30);

    /// <summary>Longer than any answer is used.</summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(2);

    // Not even shared entries are fetched with one caller's credential for another.
    private readonly ConcurrentDictionary<CacheKey, SharedFetch<Fetched>> _fetches = new();

    private SharedFetch<Fetched> Join(in RequestKeys keys, TRequest request, Caller caller, bool isBypass)
    {
        while (true)
        {
            if (_fetches.TryGetValue(keys.Own, out var fetch))
            {
                if (fetch.TryJoin())
                {
                    return fetch;
                }

                _fetches.TryRemove(new(keys.Own, fetch));
                continue;
            }

            fetch = new SharedFetch<Fetched>(isBackground: false);
            if (fetch.TryJoin() && _fetches.TryAdd(keys.Own, fetch))
            {
                _ = RunAsync(fetch, keys, request, caller, mustCall: isBypass);
                return fetch;
            }
        }
    }

    /// <summary>Has an entry fetched anew, once at a time. What is returned is until when that is not done, if something stands against it.</summary>
    private DateTimeOffset? Refresh(CacheEntry entry, in RequestKeys keys, TRequest request, Caller caller, DateTimeOffset now)
    {
        if (PausedUntil(keys, caller, now) is { } paused)
        {
            return paused;
        }

        if (state.Limits.Scarcity(caller, now) is { } scarce)
        {
            // Whoever asks once it can't be updated any more waits for a call, and gets it.
            RateLimitMetrics.RefreshWithheld(origin.Endpoint);
            return Earlier(scarce, entry.UpdatingUntil);
        }

        if (entry.TryBeginRefresh())
        {
            _ = RunInBackgroundAsync(keys, request, caller, mustCall: false).ContinueWith(
                static (_, entry) => ((CacheEntry)entry!).EndRefresh(), entry, TaskScheduler.Default);
        }

        return null;
    }

    /// <summary>
    /// Prolongs a lease with the request that read the cache. It costs no call more than the check that it saves, so that the reserve of the
    /// credential's quota is not kept from it.
    /// </summary>
    private void Renew(Lease lease, in RequestKeys keys, TRequest request, Caller caller, DateTimeOffset now)
    {
        if (Held(keys, caller, mustCall: false) is not null)
        {
            lease.EndRenewal(now);
            return;
        }

        _ = RunInBackgroundAsync(keys, request, caller, mustCall: true).ContinueWith(
            (_, lease) => ((Lease)lease!).EndRenewal(state.Time.GetUtcNow()), lease, TaskScheduler.Default);
    }

    /// <summary>Never throws, and does nothing where the same is being fetched already.</summary>
    private Task RunInBackgroundAsync(in RequestKeys keys, TRequest request, Caller caller, bool mustCall)
    {
        var fetch = new SharedFetch<Fetched>(isBackground: true);
        return _fetches.TryAdd(keys.Own, fetch) ? RunAsync(fetch, keys, request, caller, mustCall) : Task.CompletedTask;
    }

    /// <summary>Never throws. The credential is referred to until the fetch ends, and no longer.</summary>
    private async Task RunAsync(SharedFetch<Fetched> fetch, RequestKeys keys, TRequest request, Caller caller, bool mustCall)
    {
        try
        {
            var fetched = await FetchAsync(fetch, keys, request, caller, mustCall);
            _fetches.TryRemove(new(keys.Own, fetch));
            fetch.Complete(fetched);
        }
        catch (Exception exception)
        {
            _fetches.TryRemove(new(keys.Own, fetch));
            fetch.Fail(exception);
            if (fetch.IsBackground)
            {
                LogRefreshCrashed(exception, origin.Endpoint.Name);
            }
        }
        finally
        {
            state.Checks.End(keys.Scope, fetch);
        }
    }

    /// <param name="fetch">What others can join.</param>
    /// <param name="keys">What it is kept under.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="caller">Whose credential is sent.</param>
    /// <param name="mustCall">Whether what the cache has is of no use: past the cache, and to renew a lease.</param>
    private async Task<Fetched> FetchAsync(SharedFetch<Fetched> fetch, RequestKeys keys, TRequest request, Caller caller, bool mustCall)
    {
        var startedAt = state.Time.GetUtcNow();
        if (!mustCall
            && await LookUpAsync(keys, request, fetch.Abandoned) is { } entry
            && await IsUsableAsync(entry, fetch, keys, caller))
        {
            return new Fetched(entry, null, IsCalled: false);
        }

        return Held(keys, caller, mustCall) is { } failure
            ? new Fetched(null, failure, IsCalled: false)
            : await CallAsync(fetch, keys, request, caller, state.Time.GetUtcNow() - startedAt);
    }

    /// <summary>What the cache has for a request: in memory until it is to be fetched anew, and in L2 after that.</summary>
    private async ValueTask<CacheEntry?> LookUpAsync(RequestKeys keys, TRequest request, CancellationToken cancellationToken)
    {
        var lease = state.Leases.Find(keys.Scope);
        var kept = Find(keys, lease);
        if ((kept is not null && state.Time.GetUtcNow() < kept.RefreshAt) || !state.Second.IsAnswering)
        {
            return kept;
        }

        var stored = await state.Second.ReadAsync(EntryKey(keys), origin.IsShared ? null : keys.PreviousOwn, cancellationToken);
        if (stored is null || Read(stored, request) is not { } read)
        {
            return kept;
        }

        // One of the credential's own is nobody's before it is granted.
        return origin.IsShared || lease is not null ? Keep(keys, read, lease) : read;
    }

    /// <summary>An entry as another replica has fetched it, for as long as this replica's rules let it be used.</summary>
    private CacheEntry? Read(StoredEntry stored, TRequest request)
    {
        var wall = state.Wall.UtcNow;
        if (stored.FetchedAt - wall > MaxSkew || wall - stored.FetchedAt > LongestLife)
        {
            return null;
        }

        var fetchedAt = Earlier(stored.FetchedAt, wall);
        if (origin.Decode(stored.Payload.Span, fetchedAt) is not { } reply)
        {
            CacheMetrics.Undecodable(origin.Endpoint.Name);
            return null;
        }

        return new CacheEntry(reply, state.Time.GetUtcNow() - (wall - fetchedAt), origin.LifetimeOf(request, reply), isOwn: false);
    }

    /// <summary>Whether what the cache has spares a call. A lease that has lapsed is checked first, by one call for all requests with a fresh answer.
    /// </summary>
    private async ValueTask<bool> IsUsableAsync(CacheEntry entry, SharedFetch<Fetched> fetch, RequestKeys keys, Caller caller)
    {
        var now = state.Time.GetUtcNow();
        if (fetch.IsBackground)
        {
            return now < entry.RefreshAt;
        }

        if (!TryOpen(entry, keys, now))
        {
            if (!entry.IsFresh(now) || Held(keys, caller, mustCall: false) is not null)
            {
                return false;
            }

            // A check may have ended just before this one was begun, so that the lease is looked at again in either case.
            await state.Checks.WaitOrBeginAsync(keys.Scope, fetch);
            now = state.Time.GetUtcNow();
            return TryOpen(entry, keys, now) && entry.IsFresh(now);
        }

        return entry.IsUpdatable(now);
    }

    /// <summary>Whether the caller has a valid lease; if so, what was read from L2 before it had one is its own now.</summary>
    private bool TryOpen(CacheEntry entry, in RequestKeys keys, DateTimeOffset now)
    {
        if (state.Leases.Find(keys.Scope) is not { } lease || !lease.IsValid(now))
        {
            return false;
        }

        if (!origin.IsShared && entry.Lease is null)
        {
            Keep(keys, entry, lease);
        }

        return IsReadable(entry, lease);
    }

    /// <summary>Why Cloudflare is not asked.</summary>
    private Failure? Held(in RequestKeys keys, Caller caller, bool mustCall)
    {
        var now = state.Time.GetUtcNow();
        if ((state.Leases.Refusals.Find(keys.Scope, now) ?? (mustCall ? null : state.Leases.Refusals.Find(keys.Own, now))) is { } refusal)
        {
            return refusal.At(now);
        }

        return state.Limits.CoolDown(caller, now) is { } coolDown
            ? UpstreamFailures.CoolingDown(coolDown - now)
            : state.Outages.Find(keys.Own, now)?.At(now);
    }

    private async Task<Fetched> CallAsync(
        SharedFetch<Fetched> fetch, RequestKeys keys, TRequest request, Caller caller, TimeSpan waited)
    {
        var begunAt = state.Time.GetUtcNow();
        var result = await origin.FetchAsync(
            request, caller, fetch.IsBackground ? CallPurpose.Refresh : CallPurpose.Request, waited, fetch.Abandoned);
        if (!result.IsSuccess(out var reply, out var failure))
        {
            Settle(keys, caller, failure);
            return new Fetched(null, failure, IsCalled: true);
        }

        var entry = new CacheEntry(reply, state.Time.GetUtcNow(), origin.LifetimeOf(request, reply), isOwn: true);
        if (state.Leases.Grant(keys.Scope, caller.Fingerprint, begunAt) is { } lease)
        {
            Keep(keys, entry, lease);
            WriteSecond(keys, entry);
            state.Leases.Refusals.Release(keys.Own);
            state.Checks.Decide(keys.Scope);
        }

        state.Outages.Release(keys.Own);
        return new Fetched(entry, null, IsCalled: true);
    }

    /// <summary>Keeps an entry in memory; a credential's own one ends with its lease.</summary>
    /// <returns>What is kept: the entry, or one that goes before it.</returns>
    private CacheEntry Keep(in RequestKeys keys, CacheEntry entry, Lease? lease)
    {
        entry.Lease = origin.IsShared ? null : lease;
        return state.Entries.Change(
            EntryKey(keys),
            (entry, Now: state.Time.GetUtcNow()),
            static (kept, change) => kept is null || change.entry.Outranks(kept, change.Now) ? change.entry : kept) ?? entry;
    }

    private void WriteSecond(in RequestKeys keys, CacheEntry entry)
    {
        if (state.Second.IsAnswering)
        {
            var payload = new ArrayBufferWriter<byte>();
            origin.Encode((TReply)entry.Reply, payload);
            state.Second.Write(EntryKey(keys), new StoredEntry(entry.FetchedAt, payload.WrittenMemory), entry.StaleUntil - entry.Since);
        }
    }

    private void Settle(in RequestKeys keys, Caller caller, Failure failure)
    {
        var now = state.Time.GetUtcNow();
        if (failure.EndsLease())
        {
            state.Leases.End(keys.Scope, caller.Fingerprint, failure, now);
            state.Checks.Decide(keys.Scope);
            RemoveOwn(keys);
        }
        else if (failure.IsHeld())
        {
            state.Leases.Refusals.Hold(keys.Own, failure, now, HeldFailures.RefusalTime);
            RemoveOwn(keys);
        }
        else if (failure.IsOutage())
        {
            state.Outages.HoldLonger(keys.Own, failure, now);
        }
    }

    /// <summary>Removes the credential's own entry for the request; a shared one is none of its business.</summary>
    private void RemoveOwn(in RequestKeys keys)
    {
        if (!origin.IsShared)
        {
            state.Entries.Remove(keys.Own);
            state.Second.Remove(keys.Own);
            if (keys.PreviousOwn is { } previous)
            {
                state.Second.Remove(previous);
            }
        }
    }

    [LoggerMessage(EventId = 1101, Level = LogLevel.Error, Message = "A background fetch from {Endpoint} failed unexpectedly")]
    private partial void LogRefreshCrashed(Exception exception, string endpoint);

    /// <summary>How a fetch ended: with an entry or a failure; from Cloudflare, or without asking it.</summary>
    private sealed record Fetched(CacheEntry? Entry, Failure? Failure, bool IsCalled);
}
