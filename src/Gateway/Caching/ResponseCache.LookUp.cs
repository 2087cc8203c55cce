using Gateway.Upstream;
using static Gateway.Time.Instants;

namespace Gateway.Caching;

/// <content>Reads and writes memory and L2, and decides whether a caller may read an entry.</content>
internal sealed partial class ResponseCache<TRequest, TResponse>
{
    /// <summary>How far another replica's clock may be ahead. An entry that is further ahead is a miss.</summary>
    private static readonly TimeSpan MaxSkew = TimeSpan.FromSeconds(30);

    /// <summary>The oldest entry that is read from L2; no response is used for that long.</summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(2);

    /// <summary>The entry in memory; from <see cref="CacheEntry.RefreshAt"/> on, or without an entry, L2 is read as well.</summary>
    private async ValueTask<(CacheEntry? Entry, CacheTier Tier)> LookUpAsync(
        RequestKeys keys, TRequest request, CancellationToken cancellationToken)
    {
        var lease = state.Leases.Find(keys.Scope);
        var kept = Find(keys, lease);
        if ((kept is not null && state.Time.GetUtcNow() < kept.RefreshAt) || state.Distributed is not { IsAnswering: true } distributed)
        {
            return (kept, CacheTier.Memory);
        }

        var stored = await distributed.ReadAsync(EntryKey(keys), origin.IsShared ? null : keys.PreviousOwn, cancellationToken);
        if (stored is null || Read(stored, request) is not { } read)
        {
            return (kept, CacheTier.Memory);
        }

        // Without a lease a credential's own entry can't be stored: it would belong to nobody.
        var entry = origin.IsShared || lease is not null ? Store(keys, read, lease) : read;
        return (entry, ReferenceEquals(entry, read) ? CacheTier.Redis : CacheTier.Memory);
    }

    /// <summary>Makes a memory entry of an L2 entry. Its age is on the wall clock; its lifetime follows this replica's own rules.</summary>
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
            response = ForOthers(origin.Decode(request, stored.Payload, fetchedAt));
        }
        catch (InvalidDataException)
        {
            state.Metrics.Undecodable(origin.Endpoint.Name);
            return null;
        }

        return new CacheEntry(response, state.Time.GetUtcNow() - (wall - fetchedAt), origin.LifetimeOf(request, response), isOwn: false);
    }

    /// <summary>
    /// Whether the entry makes a call unnecessary. A lapsed lease is checked first, with one call for all requests with a fresh entry.
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

            // Looks at the lease again in either case: another check may have ended just before this one began.
            await state.Checks.WaitOrBeginAsync(keys.Scope, fetch);
            now = state.Time.GetUtcNow();
            return TryOpen(entry, keys, now) && entry.IsFresh(now);
        }

        return entry.IsUpdatable(now);
    }

    /// <summary>
    /// Whether the caller may read the entry under a valid lease. An own entry that came from L2 before the lease is stored under it now.
    /// </summary>
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

    /// <summary>Stores an entry in memory. A credential's own entry ends with its lease.</summary>
    /// <returns>The stored entry: this one, or another one that takes precedence.</returns>
    private CacheEntry Store(RequestKeys keys, CacheEntry entry, Lease? lease)
    {
        entry.Lease = origin.IsShared ? null : lease;
        entry.Response.Fragments.CountIn(state.Entries, EntryKey(keys), entry.Response.Size);
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
