using Gateway.Shared;
using Gateway.Upstream;

namespace Gateway.Caching;

/// <summary>
/// Who may read what, as this replica's own calls have shown. It is in memory only, so neither another machine's clock, nor a lost message,
/// nor anybody who can write to Redis can change it.
/// </summary>
internal sealed class Leases(CacheOptions options, KnownCredentials known)
{
    /// <summary>How long the gateway refuses a credential without a recent 2xx, after Cloudflare refused it.</summary>
    public static readonly TimeSpan UnknownRefusalTime = TimeSpan.FromMinutes(1);

    private readonly BoundedCache<CacheKey, Lease> _leases = new(options.StateBytes / 2, static _ => Lease.Size);

    /// <summary>Refusals: of credentials, by scope, and of requests, by their own key.</summary>
    public NegativeCache Refusals { get; } = new(options.StateBytes);

    public Lease? Find(CacheKey scope) => _leases.Find(scope);

    /// <summary>Records a 2xx.</summary>
    /// <returns>The lease; null if Cloudflare refused the credential after this call began.</returns>
    public Lease? Grant(CacheKey scope, DateTimeOffset begunAt)
    {
        var lease = _leases.Change(
            scope, (Self: this, scope, begunAt), static (lease, grant) => grant.Self.Grant(lease, grant.scope, grant.begunAt));
        return IsRefusedSince(scope, begunAt) ? null : lease;
    }

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

    // Runs under the lock of the scope, as the end of a lease does.
    private Lease? Grant(Lease? lease, CacheKey scope, DateTimeOffset begunAt)
    {
        if (IsRefusedSince(scope, begunAt))
        {
            return lease;
        }

        lease ??= new Lease(options.AuthorizationLease);
        lease.Grant(begunAt);
        return lease;
    }

    private bool IsRefusedSince(CacheKey scope, DateTimeOffset begunAt) =>
        Refusals.FindLast(scope) is { } refusal && begunAt <= refusal.Since;
}
