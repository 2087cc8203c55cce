namespace Gateway.Caching;

/// <content>Who shares an entry: all callers of a shared origin, or else the lease of one credential.</content>
internal sealed partial class ResponseCache<TRequest, TResponse>
{
    private CacheKey EntryKey(RequestKeys keys) => origin.IsShared ? keys.Request : keys.Own;

    /// <summary>The entry in memory, if it is readable under the lease.</summary>
    private CacheEntry? Find(RequestKeys keys, Lease? lease) =>
        state.Entries.Find(EntryKey(keys)) is { } entry && IsReadable(entry, lease) ? entry : null;

    /// <summary>Whether the entry is shared, or belongs to this lease. An own entry of an earlier lease has ended with it.</summary>
    private bool IsReadable(CacheEntry entry, Lease? lease) => origin.IsShared || ReferenceEquals(entry.Lease, lease);

    /// <summary>The response as others may read it: what Cloudflare said to one credential stays out of a shared entry.</summary>
    private TResponse ForOthers(TResponse response) => origin.IsShared ? origin.ForOthers(response) : response;
}
