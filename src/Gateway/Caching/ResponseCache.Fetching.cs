using System.Collections.Concurrent;
using Gateway.Upstream;
using Gateway.Upstream.RateLimiting;

namespace Gateway.Caching;

/// <content>One fetch for all who ask for the same with one credential, and what its answer changes.</content>
internal sealed partial class ResponseCache<TRequest, TResponse>
{
    // Not even shared entries are fetched with one caller's credential for another.
    private readonly ConcurrentDictionary<CacheKey, SharedFetch> _fetches = new();

    private SharedFetch Join(RequestKeys keys, TRequest request, Caller caller, bool isBypass)
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

            fetch = new SharedFetch(isBackground: false);
            if (fetch.TryJoin() && _fetches.TryAdd(keys.Own, fetch))
            {
                _ = RunAsync(fetch, keys, request, caller, mustCall: isBypass);
                return fetch;
            }
        }
    }

    /// <summary>
    /// Has an entry fetched anew, once at a time. What is returned is until when that is not done, if something stands against it.
    /// </summary>
    private DateTimeOffset? Refresh(CacheEntry entry, RequestKeys keys, TRequest request, Caller caller, DateTimeOffset now)
    {
        if (PausedUntil(keys, caller, now) is { } paused)
        {
            return paused;
        }

        if (state.Limits.Scarcity(caller, now) is { } scarce)
        {
            // Whoever asks once it can't be updated any more waits for a call, and gets it.
            RateLimitMetrics.RefreshWithheld(origin.Endpoint.Api);
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
    /// Prolongs a lease with the request that read the cache. It costs no call more than the check that it saves, so that the reserve of
    /// the credential's quota is not kept from it.
    /// </summary>
    private void Renew(Lease lease, RequestKeys keys, TRequest request, Caller caller, DateTimeOffset now)
    {
        if (FailureWithoutCall(keys, caller, mustCall: false) is not null)
        {
            lease.EndRenewal(now);
            return;
        }

        _ = RunInBackgroundAsync(keys, request, caller, mustCall: true).ContinueWith(
            (_, lease) => ((Lease)lease!).EndRenewal(state.Time.GetUtcNow()), lease, TaskScheduler.Default);
    }

    /// <summary>Never throws, and does nothing where the same is being fetched already.</summary>
    private Task RunInBackgroundAsync(RequestKeys keys, TRequest request, Caller caller, bool mustCall)
    {
        var fetch = new SharedFetch(isBackground: true);
        return _fetches.TryAdd(keys.Own, fetch) ? RunAsync(fetch, keys, request, caller, mustCall) : Task.CompletedTask;
    }

    /// <summary>Never throws. The credential is referred to until the fetch ends, and no longer.</summary>
    private async Task RunAsync(SharedFetch fetch, RequestKeys keys, TRequest request, Caller caller, bool mustCall)
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
                LogRefreshFailed(exception, origin.Endpoint.Name);
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
    private async Task<Fetched> FetchAsync(SharedFetch fetch, RequestKeys keys, TRequest request, Caller caller, bool mustCall)
    {
        var startedAt = state.Time.GetUtcNow();
        if (!mustCall
            && await LookUpAsync(keys, request, fetch.Abandoned) is { } entry
            && await IsUsableAsync(entry, fetch, keys, caller))
        {
            return new Fetched(entry, null, IsCalled: false);
        }

        return FailureWithoutCall(keys, caller, mustCall) is { } failure
            ? new Fetched(null, failure, IsCalled: false)
            : await CallAsync(fetch, keys, request, caller, state.Time.GetUtcNow() - startedAt);
    }

    /// <summary>Why Cloudflare is not asked.</summary>
    private Failure? FailureWithoutCall(RequestKeys keys, Caller caller, bool mustCall)
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
        SharedFetch fetch, RequestKeys keys, TRequest request, Caller caller, TimeSpan waited)
    {
        var begunAt = state.Time.GetUtcNow();
        var result = await origin.FetchAsync(
            request, caller, fetch.IsBackground ? CallPurpose.Refresh : CallPurpose.Request, waited, fetch.Abandoned);
        if (!result.IsSuccess(out var response, out var failure))
        {
            RecordFailure(keys, caller, failure);
            return new Fetched(null, failure, IsCalled: true);
        }

        var entry = new CacheEntry(response, state.Time.GetUtcNow(), origin.LifetimeOf(request, response), isOwn: true);
        if (state.Leases.Grant(keys.Scope, caller.Fingerprint, begunAt) is { } lease)
        {
            Store(keys, entry, lease);
            WriteDistributed(keys, entry);
            state.Leases.Refusals.Remove(keys.Own);
            state.Checks.Decide(keys.Scope);
        }

        state.Outages.Remove(keys.Own);
        return new Fetched(entry, null, IsCalled: true);
    }

    private void RecordFailure(RequestKeys keys, Caller caller, Failure failure)
    {
        var now = state.Time.GetUtcNow();
        if (failure.EndsLease())
        {
            state.Leases.End(keys.Scope, caller.Fingerprint, failure, now);
            state.Checks.Decide(keys.Scope);
            RemoveOwn(keys);
        }
        else if (failure.IsCacheable())
        {
            state.Leases.Refusals.Add(keys.Own, failure, now, NegativeCache.RefusalTime);
            RemoveOwn(keys);
        }
        else if (failure.IsOutage())
        {
            state.Outages.AddWithBackoff(keys.Own, failure, now);
        }
    }

    /// <summary>Removes the credential's own entry for the request; a shared one is none of its business.</summary>
    private void RemoveOwn(RequestKeys keys)
    {
        if (!origin.IsShared)
        {
            state.Entries.Remove(keys.Own);
            state.Distributed?.Remove(keys.Own);
            if (keys.PreviousOwn is { } previous)
            {
                state.Distributed?.Remove(previous);
            }
        }
    }

    [LoggerMessage(EventId = 1101, Level = LogLevel.Error,
        Message = "A background refresh from {Endpoint} failed with an unexpected exception")]
    private partial void LogRefreshFailed(Exception exception, string endpoint);
}
