using System.Collections.Concurrent;
using Gateway.Upstream;
using Gateway.Upstream.RateLimiting;

namespace Gateway.Caching;

/// <content>Single-flight fetches, and what a response or a failure changes in the cache.</content>
internal sealed partial class ResponseCache<TRequest, TResponse>
{
    // By own key: a call with one caller's credential never serves another caller, not even for shared entries.
    private readonly ConcurrentDictionary<CacheKey, SharedFetch> _fetches = new();

    private SharedFetch Join(RequestKeys keys, TRequest request, Caller caller, bool isBypass, DateTimeOffset askedAt)
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
                _ = RunAsync(fetch, keys, request, caller, mustCall: isBypass, askedAt);
                return fetch;
            }
        }
    }

    /// <summary>
    /// Refreshes an entry in the background, one refresh at a time.
    /// </summary>
    /// <returns>When a refresh is possible again; null if it is possible now.</returns>
    private DateTimeOffset? Refresh(CacheEntry entry, RequestKeys keys, TRequest request, Caller caller, DateTimeOffset now)
    {
        if (PausedUntil(keys, caller, now) is { } paused)
        {
            return paused;
        }

        if (state.Limits.Scarcity(caller, now) is { } scarce)
        {
            // From UpdatingUntil on, a request makes the call itself and waits for it.
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
    /// Renews a lease in the background, by repeating the request that read the cache. It may use the reserve of the credential's quota,
    /// because it saves the call of a later check.
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

    /// <summary>Starts a fetch, unless the same one is in progress. Never throws.</summary>
    private Task RunInBackgroundAsync(RequestKeys keys, TRequest request, Caller caller, bool mustCall)
    {
        var fetch = new SharedFetch(isBackground: true);
        return _fetches.TryAdd(keys.Own, fetch)
            ? RunAsync(fetch, keys, request, caller, mustCall, state.Time.GetUtcNow())
            : Task.CompletedTask;
    }

    /// <summary>Runs a fetch and completes it. Never throws. No reference to the credential outlives it.</summary>
    private async Task RunAsync(
        SharedFetch fetch, RequestKeys keys, TRequest request, Caller caller, bool mustCall, DateTimeOffset askedAt)
    {
        try
        {
            var fetched = await FetchAsync(fetch, keys, request, caller, mustCall, askedAt);
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

    /// <param name="fetch">The fetch, which others can join.</param>
    /// <param name="keys">The keys of the request.</param>
    /// <param name="request">The request.</param>
    /// <param name="caller">The caller, whose credential is sent.</param>
    /// <param name="mustCall">Whether to ignore the cache: to bypass it, or to renew a lease.</param>
    /// <param name="askedAt">When the caller asked. The time since counts towards the deadline of the call.</param>
    private async Task<Fetched> FetchAsync(
        SharedFetch fetch, RequestKeys keys, TRequest request, Caller caller, bool mustCall, DateTimeOffset askedAt)
    {
        if (!mustCall
            && await LookUpAsync(keys, request, fetch.Abandoned) is { } entry
            && await IsUsableAsync(entry, fetch, keys, caller))
        {
            return new Fetched(entry, null, IsCalled: false);
        }

        return FailureWithoutCall(keys, caller, mustCall) is { } failure
            ? new Fetched(null, failure, IsCalled: false)
            : await CallAsync(fetch, keys, request, caller, state.Time.GetUtcNow() - askedAt);
    }

    /// <summary>The failure that forbids a call now: a cached refusal, a cool-down or an outage. Null if a call is allowed.</summary>
    private Failure? FailureWithoutCall(RequestKeys keys, Caller caller, bool mustCall)
    {
        var now = state.Time.GetUtcNow();
        if ((state.Leases.Refusals.Find(keys.Scope, now) ?? (mustCall ? null : state.Leases.Refusals.Find(keys.Own, now))) is { } refusal)
        {
            return refusal.Failure;
        }

        return state.Limits.CoolDown(caller, now) is { } coolDown
            ? UpstreamFailures.CoolingDown(coolDown - now)
            : state.Outages.Find(keys.Own, now)?.NotSentAt(now);
    }

    private async Task<Fetched> CallAsync(
        SharedFetch fetch, RequestKeys keys, TRequest request, Caller caller, TimeSpan waited)
    {
        var begunAt = state.Time.GetUtcNow();
        var result = await origin.FetchAsync(
            request, caller, fetch.IsBackground ? CallPurpose.Refresh : PurposeOf(keys, begunAt), waited, fetch.Abandoned);
        if (!result.IsSuccess(out var response, out var failure))
        {
            RecordFailure(keys, caller, failure);
            return new Fetched(null, failure, IsCalled: true);
        }

        var entry = new CacheEntry(response, state.Time.GetUtcNow(), origin.LifetimeOf(request, response), isOwn: true);
        if (state.Leases.Grant(keys.Scope, begunAt) is { } lease)
        {
            var others = ForOthers(response);
            var stored = ReferenceEquals(others, response)
                ? entry
                : new CacheEntry(others, entry.Since, origin.LifetimeOf(request, others), isOwn: true);
            Store(keys, stored, lease);
            WriteDistributed(keys, stored);
            state.Leases.Refusals.Remove(keys.Own);
            state.Checks.Decide(keys.Scope);
        }

        state.Outages.Remove(keys.Own);
        return new Fetched(entry, null, IsCalled: true);
    }

    /// <summary>The response as others may read it: what Cloudflare said to one credential stays out of a shared entry.</summary>
    private TResponse ForOthers(TResponse response) => origin.IsShared ? origin.ForOthers(response) : response;

    /// <summary>
    /// A call is a check if stale data may follow its failure after the lease. One such call is enough for each request, until the next 2xx.
    /// </summary>
    private CallPurpose PurposeOf(RequestKeys keys, DateTimeOffset now) =>
        state.Leases.Find(keys.Scope) is { } lease
        && !lease.IsValid(now)
        && lease.IsWithin(state.Options.AuthorizationGrace, now)
        && Find(keys, lease)?.IsUsableOnError(now) == true
        && !HasFailed(keys, lease)
            ? CallPurpose.Check
            : CallPurpose.Request;

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
            state.Leases.Refusals.Add(keys.Own, state.Known.Contains(caller.Fingerprint), failure, now, NegativeCache.RefusalTime);
            RemoveOwn(keys);
        }
        else if (failure.IsOutage())
        {
            state.Outages.AddWithBackoff(keys.Own, state.Known.Contains(caller.Fingerprint), failure, now);
        }
    }

    /// <summary>Removes the credential's own entry of the request. A shared entry stays: it belongs to other callers, too.</summary>
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
