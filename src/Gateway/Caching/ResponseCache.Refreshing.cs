using Gateway.Upstream;
using static Gateway.Time.Instants;

namespace Gateway.Caching;

/// <content>
/// What a hit gets, and what it begins in the background: the refresh of an entry, during which the entry is served as <c>UPDATING</c>, and
/// the renewal of a lease.
/// </content>
internal sealed partial class ResponseCache<TRequest, TResponse>
{
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
            state.Limits.RefreshWithheld(origin.Endpoint.Api);
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

    [LoggerMessage(EventId = 1101, Level = LogLevel.Error,
        Message = "A background refresh from {Endpoint} failed with an unexpected exception")]
    private partial void LogRefreshFailed(Exception exception, string endpoint);
}
