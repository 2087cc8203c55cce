using System.Collections.Concurrent;
using Gateway.Cloudflare;
using Gateway.Cloudflare.RateLimiting;

namespace Gateway.Caching;

/// <content>One call for all who ask for the same with one credential, and what its answer changes.</content>
internal sealed partial class ReplyCache<TRequest, TReply>
{
    // Not even shared entries are fetched with one caller's credential for another.
    private readonly ConcurrentDictionary<CacheKey, Flight<Landing>> _flights = new();

    private Flight<Landing> Join(in RequestKeys keys, TRequest request, Caller caller, bool isBypass)
    {
        while (true)
        {
            if (_flights.TryGetValue(keys.Own, out var flight))
            {
                if (flight.TryJoin())
                {
                    return flight;
                }

                _flights.TryRemove(new(keys.Own, flight));
                continue;
            }

            flight = new Flight<Landing>(isBackground: false);
            if (flight.TryJoin() && _flights.TryAdd(keys.Own, flight))
            {
                _ = FlyAsync(flight, keys, request, caller, isBypass, refreshed: null);
                return flight;
            }
        }
    }

    /// <summary>Has an entry fetched anew, once at a time. What is returned is until when that is not done, if something stands against it.</summary>
    private DateTimeOffset? Refresh(CacheEntry entry, in RequestKeys keys, TRequest request, Caller caller, DateTimeOffset now)
    {
        if (PausedUntil(keys, caller, now) is { } paused)
        {
            return paused;
        }

        if (state.Limits.Scarcity(caller, now) is { } scarce)
        {
            // Whoever asks once it can't be updated any more waits for a call, and gets it.
            RateLimitMetrics.RefreshWithheld(origin.Endpoint);
            return Earlier(scarce, entry.UpdatingUntil);
        }

        if (entry.TryBeginRefresh())
        {
            var flight = new Flight<Landing>(isBackground: true);
            if (_flights.TryAdd(keys.Own, flight))
            {
                _ = FlyAsync(flight, keys, request, caller, isBypass: true, entry);
            }
            else
            {
                entry.EndRefresh();
            }
        }

        return null;
    }

    /// <summary>Never throws. The credential is referred to until the call ends, and no longer.</summary>
    private async Task FlyAsync(
        Flight<Landing> flight, RequestKeys keys, TRequest request, Caller caller, bool isBypass, CacheEntry? refreshed)
    {
        try
        {
            if (isBypass)
            {
                // Everybody else has looked there already.
                await state.Limits.LookAsync(caller, flight.Abandoned);
            }

            // Another call may have landed between this one's look into memory and its start.
            var landing = Recheck(keys, caller, isBypass) ?? await FetchAsync(keys, request, caller, flight);
            _flights.TryRemove(new(keys.Own, flight));
            flight.Land(landing);
        }
        catch (Exception exception)
        {
            _flights.TryRemove(new(keys.Own, flight));
            flight.Crash(exception);
            if (flight.IsBackground)
            {
                LogRefreshCrashed(exception, origin.Endpoint.Name);
            }
        }
        finally
        {
            refreshed?.EndRefresh();
        }
    }

    private Landing? Recheck(in RequestKeys keys, Caller caller, bool isBypass)
    {
        var now = state.Time.GetUtcNow();
        if (state.Refusals.Find(keys.Scope, now) is { } refused)
        {
            return new Landing(null, refused.At(now), IsFetched: false);
        }

        if (!isBypass)
        {
            if (state.Refusals.Find(keys.Own, now) is { } refusal)
            {
                return new Landing(null, refusal.At(now), IsFetched: false);
            }

            if (state.Leases.Find(keys.Scope) is { } lease
                && lease.IsWithin(state.Options.AuthorizationLease, now)
                && Find(keys, lease) is { } entry
                && entry.IsFresh(now))
            {
                return new Landing(entry, null, IsFetched: false);
            }
        }

        if (state.Limits.CoolDown(caller, now) is { } coolDown)
        {
            return new Landing(null, UpstreamFailures.CoolingDown(coolDown - now), IsFetched: false);
        }

        return Outage(keys, now) is { } outage ? new Landing(null, outage.At(now), IsFetched: false) : null;
    }

    private async Task<Landing> FetchAsync(RequestKeys keys, TRequest request, Caller caller, Flight<Landing> flight)
    {
        var begunAt = state.Time.GetUtcNow();
        var result = await origin.FetchAsync(
            request, caller, flight.IsBackground ? CallPurpose.Refresh : CallPurpose.Request, flight.Abandoned);
        if (result.IsSuccess(out var reply, out var failure))
        {
            return new Landing(Keep(keys, request, reply, begunAt), null, IsFetched: true);
        }

        Settle(keys, failure);
        return new Landing(null, failure, IsFetched: true);
    }

    private CacheEntry Keep(in RequestKeys keys, TRequest request, TReply reply, DateTimeOffset begunAt)
    {
        var entry = CacheEntry.Of(reply, origin.LifetimeOf(request, reply), state.Time.GetUtcNow());
        if (state.Leases.Grant(keys.Scope, begunAt, reply.ReceivedAt))
        {
            KeepNewest(EntryKey(keys), entry);
            WriteSecond(EntryKey(keys), entry);
            state.Refusals.Release(keys.Own);
        }

        state.Outages.Release(keys.Request);
        state.Outages.Release(keys.Own);
        return entry;
    }

    private void KeepNewest(CacheKey key, CacheEntry entry) =>
        state.Entries.Change(key, entry, static (kept, entry) => kept is null || kept.FetchedAt <= entry.FetchedAt ? entry : kept);

    private void Settle(in RequestKeys keys, Failure failure)
    {
        var now = state.Time.GetUtcNow();
        if (failure.EndsLease())
        {
            var refusal = RefusalPayload.Write(failure);
            state.Leases.End(keys.Scope, refusal);
            if (keys.Previous is { } previous)
            {
                state.Leases.End(previous.Scope, refusal);
            }

            state.Refusals.Hold(keys.Scope, failure, now, state.Options.RefusedCredentialTime);
            RemoveOwn(keys);
        }
        else if (failure.IsHeld())
        {
            state.Refusals.Hold(keys.Own, failure, now, HeldFailures.RefusalTime);
            RemoveOwn(keys);
        }
        else if (failure.IsOutage())
        {
            state.Outages.HoldLonger(failure.ConcernsAll() ? keys.Request : keys.Own, failure, now);
        }
    }

    /// <summary>Removes the credential's own entry for the request; a shared one is none of its business.</summary>
    private void RemoveOwn(in RequestKeys keys)
    {
        if (!origin.IsShared)
        {
            state.Entries.Remove(keys.Own);
            state.Second.Remove(keys.Own);
            if (keys.Previous is { } previous)
            {
                state.Second.Remove(previous.Own);
            }
        }
    }

    [LoggerMessage(EventId = 1101, Level = LogLevel.Error, Message = "A refresh of {Endpoint} in the background failed unexpectedly")]
    private partial void LogRefreshCrashed(Exception exception, string endpoint);

    /// <summary>How a fetch ended: with an entry or a failure; fetched, unless it turned out that there was no need to.</summary>
    private sealed record Landing(CacheEntry? Entry, Failure? Failure, bool IsFetched);
}
