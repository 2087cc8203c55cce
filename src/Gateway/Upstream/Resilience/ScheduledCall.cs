namespace Gateway.Upstream.Resilience;

/// <summary>
/// A call from its arrival at the gate to its end: it waits for its start, then holds a permit. The lock of its
/// <see cref="CallScheduler"/> guards it.
/// </summary>
/// <param name="api">The calls of its API.</param>
/// <param name="caller">The caller.</param>
/// <param name="isGuest">Whether the caller's credential has no recent 2xx from the API.</param>
/// <param name="purpose">What the call is for.</param>
internal sealed class ScheduledCall(ApiPermits api, Caller caller, bool isGuest, CallPurpose purpose)
{
    public ApiPermits Api => api;

    public CredentialFingerprint Credential { get; } = caller.Fingerprint;

    public ClientAddress Address { get; } = caller.Address;

    public bool IsGuest => isGuest;

    public bool IsRefresh => purpose == CallPurpose.Refresh;

    public bool HasPermit { get; set; }

    /// <summary>Completes when the call starts or is turned away; null unless it waits.</summary>
    public TaskCompletionSource? Waiter { get; set; }

    /// <summary>Why the call may not start; null if it has started, or waits.</summary>
    public Rejection? Rejection { get; set; }

    /// <summary>The last start, as long as it counts.</summary>
    public LinkedListNode<CallStart>? LastStart { get; set; }

    /// <summary>What the credential has.</summary>
    public CallShare OfCredential { get; set; } = null!;

    /// <summary>What the guests of the address have, or all known credentials.</summary>
    public CallShare OfAddress { get; set; } = null!;
}

/// <summary>The start of an attempt, which counts for a second.</summary>
internal readonly record struct CallStart(long At, ScheduledCall Call);
