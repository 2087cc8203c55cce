using Polly;

namespace Gateway.Upstream.Resilience;

/// <summary>The state of a call on its way through the gate, the pipeline and the handlers.</summary>
internal sealed class PendingCall(
    CloudflareEndpoint endpoint, Caller caller, CallPurpose purpose, TimeSpan waited, CloudflareOptions options, TimeProvider time)
{
    private static readonly ResiliencePropertyKey<PendingCall> Key = new("gateway.call");

    private readonly long _begunAt = time.GetTimestamp();
    private TimeSpan _inGate;

    public CloudflareEndpoint Endpoint => endpoint;

    public Caller Caller => caller;

    public CallPurpose Purpose => purpose;

    /// <summary>What is held back if it fails by itself.</summary>
    public required CallScope Scope { get; init; }

    /// <summary>The time left until the deadline.</summary>
    public TimeSpan Remaining => options.Deadline - waited - time.GetElapsedTime(_begunAt);

    /// <summary>Whether the rate limit has already admitted the next attempt.</summary>
    public bool HasTurn { get; set; }

    /// <summary>
    /// Whether the gateway itself delayed the call by more than a tenth of an attempt's time. A timeout is then not Cloudflare's failure.
    /// </summary>
    public bool IsHeldBack =>
        waited + _inGate > 0.1 * (options.Deadline < options.AttemptTimeout ? options.Deadline : options.AttemptTimeout);

    /// <summary>
    /// Whether Cloudflare did not answer by the deadline, although the gateway left it the time. The deadline cancels an attempt as a
    /// caller that leaves does; timers have a resolution of a few milliseconds.
    /// </summary>
    public bool HasMissedDeadline => !IsHeldBack && Remaining < TimeSpan.FromMilliseconds(20);

    /// <summary>Whether an attempt has failed by a transient fault.</summary>
    public bool HasFailed { get; set; }

    /// <summary>The number of attempts that have ended.</summary>
    public int Attempts { get; set; }

    /// <summary>Whether the credential had no recent 2xx from the API when the call began.</summary>
    public bool IsGuest { get; set; }

    /// <summary>The call in the scheduler, if it has started.</summary>
    public ScheduledCall? Scheduled { get; set; }

    /// <summary>Counts the time since a timestamp as a wait of the gateway's own.</summary>
    public void AddWaitSince(long timestamp) => _inGate += time.GetElapsedTime(timestamp);

    public static PendingCall Of(ResilienceContext context) => context.Properties.GetValue(Key, null!);

    public static PendingCall Of(HttpRequestMessage request) => Of(request.GetResilienceContext()!);

    public void AddTo(ResilienceContext context) => context.Properties.Set(Key, this);
}
