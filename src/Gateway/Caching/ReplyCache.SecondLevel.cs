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
        var limit = state.Limits.LookAsync(caller, cancellationToken);
        await LookAsync(keys, EntryKey(keys), keys.Scope, request, cancellationToken);
        if (keys.Previous is { } previous)
        {
            // What replicas with the previous secret know of this credential holds for it as well.
            await LookAsync(keys, origin.IsShared ? keys.Request : previous.Own, previous.Scope, request, cancellationToken);
        }

        await limit;
    }

    private async Task LookAsync(RequestKeys keys, CacheKey storedEntry, CacheKey storedLease, TRequest request, CancellationToken cancellationToken)
    {
        var entryKey = EntryKey(keys);
        var reading = state.Second.ReadAsync(storedEntry, cancellationToken).AsTask();
        if (await state.Second.ReadAsync(storedLease, cancellationToken) is { } lease)
        {
            state.Leases.Learn(keys.Scope, lease);
            if (RefusalPayload.Read(lease.Payload.Span) is { } refusal)
            {
                // From when it was refused there, so that it ends everywhere together.
                state.Refusals.Hold(keys.Scope, refusal, lease.FetchedAt, state.Options.RefusedCredentialTime);
            }
        }

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
            KeepNewest(entryKey, CacheEntry.Of(reply, stored, origin.LifetimeOf(request, reply), state.Time.GetUtcNow()));
        }
    }

    private void WriteSecond(CacheKey key, CacheEntry entry)
    {
        if (state.Second.IsAnswering)
        {
            var payload = new ArrayBufferWriter<byte>();
            origin.Encode((TReply)entry.Reply, payload);
            state.Second.Write(key, new StoredEntry(entry.FetchedAt, entry.FreshUntil, entry.StaleUntil, payload.WrittenMemory));
        }
    }
}
