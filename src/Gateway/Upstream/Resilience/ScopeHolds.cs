using Gateway.Shared;

namespace Gateway.Upstream.Resilience;

/// <summary>
/// Holds back the calls of a scope that fails by itself: a credential with an endpoint, and with a zone of it. After five faults without a
/// 2xx there is no call for a second, and then one at a time. Each one that fails doubles the time, up to 30 seconds; a 2xx ends the hold.
/// </summary>
internal sealed class ScopeHolds(TimeProvider time)
{
    private const int Enough = 5;

    // Evicting a hold costs five attempts, so guests may share the bound.
    private const int MostScopes = 4096;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly BoundedCache<CallScope, Hold> _holds = new(MostScopes);

    /// <summary>Whether the call is rejected. If not, <see cref="Leave"/> has to follow: it may be the one that probes.</summary>
    /// <param name="call">The call.</param>
    /// <param name="wait">The time until a call may probe; zero while another one does.</param>
    public bool Rejects(PendingCall call, out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        var now = time.GetUtcNow();
        if (_holds.Find(call.Scope) is not { Time.Ticks: > 0 })
        {
            return false;
        }

        var hold = _holds.Change(
            call.Scope,
            (Call: call, Now: now),
            static (hold, begin) => hold is { Probe: null } && hold.Until <= begin.Now ? hold with { Probe = begin.Call } : hold);
        if (hold is null || ReferenceEquals(hold.Probe, call))
        {
            return hold?.Until > now;
        }

        wait = hold.Until > now ? hold.Until - now : TimeSpan.Zero;
        return true;
    }

    public void Leave(PendingCall call)
    {
        if (ReferenceEquals(_holds.Find(call.Scope)?.Probe, call))
        {
            _holds.Change(
                call.Scope,
                call,
                static (hold, call) => hold is not null && ReferenceEquals(hold.Probe, call) ? hold with { Probe = null } : hold);
        }
    }

    /// <summary>Records what came of an attempt.</summary>
    public void Record(PendingCall call, Verdict verdict)
    {
        if (verdict == Verdict.Success)
        {
            _holds.Remove(call.Scope);
        }
        else if (verdict == Verdict.Fault)
        {
            _holds.Change(call.Scope, (call, Now: time.GetUtcNow()), static (hold, fault) => After(hold, fault.call, fault.Now));
        }
    }

    private static Hold After(Hold? hold, PendingCall call, DateTimeOffset now)
    {
        if (hold is null || now - hold.Until > Longest)
        {
            return new Hold(1, TimeSpan.Zero, now, hold?.Probe);
        }

        if (hold.Faults + 1 < Enough)
        {
            return hold with { Faults = hold.Faults + 1, Until = now };
        }

        if (hold.Time == TimeSpan.Zero)
        {
            return hold with { Time = First, Until = now + First };
        }

        // Only a probe prolongs it; calls that began before it tell nothing new.
        if (!ReferenceEquals(hold.Probe, call))
        {
            return hold;
        }

        var time = hold.Time * 2 < Longest ? hold.Time * 2 : Longest;
        return hold with { Time = time, Until = now + time };
    }

    /// <param name="Faults">The faults without a 2xx, up to the hold.</param>
    /// <param name="Time">How long there is no call; zero before the hold.</param>
    /// <param name="Until">When that time ends; before the hold, when the last fault came.</param>
    /// <param name="Probe">The call that probes.</param>
    private sealed record Hold(int Faults, TimeSpan Time, DateTimeOffset Until, PendingCall? Probe);
}

/// <summary>A credential with what it asks for: the path stands for the endpoint and the zone.</summary>
internal readonly record struct CallScope(CredentialFingerprint Credential, string Path);
