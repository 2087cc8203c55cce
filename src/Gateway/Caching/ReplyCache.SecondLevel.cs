using System.Buffers;
using Gateway.Cloudflare;

namespace Gateway.Caching;

/// <content>What level one learns from level two, and tells it.</content>
internal sealed partial class ReplyCache<TRequest, TReply>
{
    /// <summary>Whether level two answers and something in level one is missing, or was not compared with it lately.</summary>
    private bool IsLookDue(in RequestKeys keys, DateTimeOffset now)
    {
        if (!state.Second.IsAnswering)
        {
            return false;
        }

        if (state.Leases.Find(keys.Scope) is not { } lease || !lease.IsWithin(state.Options.AuthorizationLease, now))
        {
            // A credential that is held refused need not be looked up.
            return state.Refusals.Find(keys.Scope, now) is null;
        }

        // Both at once: one look compares both.
        return Find(keys, lease) is not { } entry
            || (lease.TryClaimLook(now) | entry.TryClaimLook(now));
    }

    private async Task LookAsync(RequestKeys keys, TRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var entryKey = EntryKey(keys);
        var reading = state.Second.ReadAsync(entryKey, origin.IsShared ? null : keys.Previous?.Own, cancellationToken);
        if (await reading is not { } stored || state.Entries.Find(entryKey)?.FetchedAt >= stored.FetchedAt)
        {
            return;
        }

        if (origin.Decode(stored.Payload.Span, stored.FetchedAt) is not { } reply)
        {
            CacheMetrics.Undecodable(origin.Endpoint.Name);
        }
        else
        {
            KeepNewest(entryKey, CacheEntry.Of(reply, origin.LifetimeOf(request, reply), state.Time.GetUtcNow()));
        }
    }

    private void WriteSecond(CacheKey key, CacheEntry entry)
    {
        if (state.Second.IsAnswering)
        {
            var payload = new ArrayBufferWriter<byte>();
            origin.Encode((TReply)entry.Reply, payload);
            state.Second.Write(key, new StoredEntry(entry.FetchedAt, payload.WrittenMemory), entry.StaleUntil - state.Time.GetUtcNow());
        }
    }
}
