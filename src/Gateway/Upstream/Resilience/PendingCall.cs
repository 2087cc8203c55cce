using Polly;

namespace Gateway.Upstream.Resilience;

/// <summary>What the pipeline and the handlers within it know of a call that is on its way through them.</summary>
internal sealed class PendingCall(CloudflareEndpoint endpoint, Caller caller, CallPurpose purpose, TimeSpan waited, CloudflareOptions options, TimeProvider time)
{
    private static readonly ResiliencePropertyKey<PendingCall> s_key = new("gateway.call");

    private readonly long _begunAt = time.GetTimestamp();

    public CloudflareEndpoint Endpoint => endpoint;

    public Caller Caller => caller;

    public CallPurpose Purpose => purpose;

    /// <summary>What is left of the deadline.</summary>
    public TimeSpan Remaining => options.Deadline - waited - time.GetElapsedTime(_begunAt);

    /// <summary>Whether the next attempt has its turn to leave already.</summary>
    public bool HasTurn { get; set; }

    /// <summary>
    /// Whether the gateway took time of the call's own: in a queue, or more before the call than a tenth of what an attempt may take.
    /// </summary>
    public bool IsHeldBack { get; set; } = waited > 0.1 * (options.Deadline < options.AttemptTimeout ? options.Deadline : options.AttemptTimeout);

    /// <summary>Whether Cloudflare was asked, and failed in the full time of an attempt.</summary>
    public bool HasFailed { get; set; }

    /// <summary>What its permit was taken from.</summary>
    public CredentialPermits? Permit { get; set; }

    public static PendingCall Of(ResilienceContext context) => context.Properties.GetValue(s_key, null!);

    public static PendingCall Of(HttpRequestMessage request) => Of(request.GetResilienceContext()!);

    public void AddTo(ResilienceContext context) => context.Properties.Set(s_key, this);
}
