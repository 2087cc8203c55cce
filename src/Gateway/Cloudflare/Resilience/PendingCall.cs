using Polly;

namespace Gateway.Cloudflare.Resilience;

/// <summary>What the pipeline knows of a call that is on its way through it.</summary>
internal sealed record PendingCall(CredentialFingerprint Credential, CallPurpose Purpose, long BegunAt)
{
    private static readonly ResiliencePropertyKey<PendingCall> s_key = new("gateway.call");

    public static PendingCall Of(ResilienceContext context) => context.Properties.GetValue(s_key, null!);

    public void AddTo(ResilienceContext context) => context.Properties.Set(s_key, this);
}
