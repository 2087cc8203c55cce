using Gateway.Upstream;

namespace Gateway.Caching;

/// <content>Which status and age an answer from an entry has.</content>
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
