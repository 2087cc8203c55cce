using System.Collections.Concurrent;
using Gateway.Upstream;

namespace Gateway.Caching;

/// <content>Single-flight fetches, and what a response changes in the cache.</content>
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
                    state.Metrics.Shared(origin.Endpoint);
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

    /// <summary>Runs a fetch and completes it. Never throws. No reference to the credential outlives it.</summary>
    private async Task RunAsync(
        SharedFetch fetch, RequestKeys keys, TRequest request, Caller caller, bool mustCall, DateTimeOffset askedAt)
    {
        Fetched fetched;
        try
        {
            fetched = await FetchAsync(fetch, keys, request, caller, mustCall, askedAt);
        }
        catch (Exception exception)
        {
            End(fetch, keys);
            fetch.Fail(exception);
            if (fetch.IsBackground)
            {
                LogRefreshFailed(exception, origin.Endpoint.Name);
            }

            return;
        }

        End(fetch, keys);
        if (fetch.IsBackground)
        {
            state.Metrics.BackgroundEnded(origin.Endpoint, isRenewal: mustCall, fetched.Failure);
        }

        fetch.Complete(fetched);
    }

    private void End(SharedFetch fetch, RequestKeys keys)
    {
        _fetches.TryRemove(new(keys.Own, fetch));
        state.Checks.End(keys.Scope, fetch);
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
            && await LookUpAsync(keys, request, fetch.Abandoned) is { Entry: { } entry } found
            && await IsUsableAsync(entry, fetch, keys, caller))
        {
            return new Fetched(entry, null, found.Tier);
        }

        return FailureWithoutCall(keys, caller, mustCall) is { } failure
            ? new Fetched(null, failure, CacheTier.Memory)
            : await CallAsync(fetch, keys, request, caller, state.Time.GetUtcNow() - askedAt);
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
            return new Fetched(null, failure, CacheTier.Upstream);
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
        return new Fetched(entry, null, CacheTier.Upstream);
    }
}
