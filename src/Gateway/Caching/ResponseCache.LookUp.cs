using Gateway.Upstream;
using Nerdbank.MessagePack;

namespace Gateway.Caching;

/// <content>What memory and L2 have for a request, and whether its caller may read it.</content>
internal sealed partial class ResponseCache<TRequest, TResponse>
{
    /// <summary>How far another replica's clock may be ahead of this one's; what is further ahead is not believed.</summary>
    private static readonly TimeSpan MaxSkew = TimeSpan.FromSeconds(30);

    /// <summary>Longer than any answer is used.</summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(2);

    /// <summary>What the cache has for a request: in memory until it is to be fetched anew, and in L2 after that.</summary>
    private async ValueTask<CacheEntry?> LookUpAsync(RequestKeys keys, TRequest request, CancellationToken cancellationToken)
    {
        var lease = state.Leases.Find(keys.Scope);
        var kept = Find(keys, lease);
        if ((kept is not null && state.Time.GetUtcNow() < kept.RefreshAt) || state.Distributed is not { IsAnswering: true } distributed)
        {
            return kept;
        }

        var stored = await distributed.ReadAsync(EntryKey(keys), origin.IsShared ? null : keys.PreviousOwn, cancellationToken);
        if (stored is null || Read(stored, request) is not { } read)
        {
            return kept;
        }

        // One of the credential's own is nobody's before it is granted.
        return origin.IsShared || lease is not null ? Store(keys, read, lease) : read;
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
        TResponse response;
        try
        {
            response = origin.Decode(stored.Payload, fetchedAt);
        }
        catch (MessagePackSerializationException)
        {
            CacheMetrics.Undecodable(origin.Endpoint.Name);
            return null;
        }

        return new CacheEntry(response, state.Time.GetUtcNow() - (wall - fetchedAt), origin.LifetimeOf(request, response), isOwn: false);
    }

    /// <summary>Whether what the cache has spares a call. A lease that has lapsed is checked first, by one call for all requests with a fresh answer.
    /// </summary>
    private async ValueTask<bool> IsUsableAsync(CacheEntry entry, SharedFetch fetch, RequestKeys keys, Caller caller)
    {
        var now = state.Time.GetUtcNow();
        if (fetch.IsBackground)
        {
            return now < entry.RefreshAt;
        }

        if (!TryOpen(entry, keys, now))
        {
            if (!entry.IsFresh(now) || FailureWithoutCall(keys, caller, mustCall: false) is not null)
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
    private bool TryOpen(CacheEntry entry, RequestKeys keys, DateTimeOffset now)
    {
        if (state.Leases.Find(keys.Scope) is not { } lease || !lease.IsValid(now))
        {
            return false;
        }

        if (!origin.IsShared && entry.Lease is null)
        {
            Store(keys, entry, lease);
        }

        return IsReadable(entry, lease);
    }

    /// <summary>Keeps an entry in memory; a credential's own one ends with its lease.</summary>
    /// <returns>What is kept: the entry, or one that goes before it.</returns>
    private CacheEntry Store(RequestKeys keys, CacheEntry entry, Lease? lease)
    {
        entry.Lease = origin.IsShared ? null : lease;
        return state.Entries.Change(
            EntryKey(keys),
            (entry, Now: state.Time.GetUtcNow()),
            static (kept, change) => kept is null || change.entry.Outranks(kept, change.Now) ? change.entry : kept) ?? entry;
    }

    private void WriteDistributed(RequestKeys keys, CacheEntry entry)
    {
        if (state.Distributed is { IsAnswering: true } distributed)
        {
            distributed.Write(
                EntryKey(keys), new StoredEntry(entry.FetchedAt, origin.Encode((TResponse)entry.Response)), entry.StaleUntil - entry.Since);
        }
    }
}
