using Gateway.Upstream;

namespace Gateway.Caching;

/// <content>How long a refusal is held, and what it ends.</content>
internal sealed partial class Leases
{
    /// <summary>How long the gateway refuses a credential without a recent 2xx, after Cloudflare refused it.</summary>
    public static readonly TimeSpan UnknownRefusalTime = TimeSpan.FromMinutes(1);

    /// <summary>Refusals: of credentials, by scope, and of requests, by their own key.</summary>
    public NegativeCache Refusals { get; } = new(options.StateBytes);

    /// <summary>
    /// Records a refusal of the credential. Its lease ends, and for a while the gateway refuses it without a call. That time is longer for
    /// a credential without a recent 2xx, since anybody can make up credentials.
    /// </summary>
    public void End(CacheKey scope, CredentialFingerprint credential, Failure refusal, DateTimeOffset now)
    {
        var isKnown = known.Contains(credential);
        var time = isKnown || refusal.Kind == FailureKind.Forbidden ? options.RefusedCredentialTime : UnknownRefusalTime;
        _leases.Change(scope, (Refusals, scope, isKnown, refusal, now, time), static (lease, end) =>
        {
            end.Refusals.Add(end.scope, end.isKnown, end.refusal, end.now, end.time);
            lease?.End();
            return null;
        });
    }

    private bool IsRefusedSince(CacheKey scope, DateTimeOffset begunAt) =>
        Refusals.FindLast(scope) is { } refusal && begunAt <= refusal.Since;
}
