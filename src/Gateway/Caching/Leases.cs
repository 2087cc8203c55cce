using Gateway.Shared;
using Gateway.Upstream;

namespace Gateway.Caching;

/// <summary>
/// Who may read what, as this replica's own calls have shown. It is in memory only, so neither another machine's clock, nor a lost message,
/// nor anybody who can write to Redis can change it.
/// </summary>
internal sealed class Leases(CacheOptions options)
{
    /// <summary>How long the gateway refuses a credential that never had a 2xx, after Cloudflare refused it.</summary>
    public static readonly TimeSpan UnknownRefusalTime = TimeSpan.FromMinutes(1);

    private static readonly object Known = new();

    private readonly BoundedCache<CacheKey, Lease> _leases = new(options.StateBytes / 2, static _ => Lease.Size);
    private readonly BoundedCache<CredentialFingerprint, object> _known = new(options.StateBytes / 2, static _ => 0);

    /// <summary>Refusals: of credentials, by scope, and of requests, by their own key.</summary>
    public NegativeCache Refusals { get; } = new(options.StateBytes);

    public Lease? Find(CacheKey scope) => _leases.Find(scope);

    /// <summary>Records a 2xx.</summary>
    /// <returns>The lease; null if Cloudflare refused the credential after this call began.</returns>
    public Lease? Grant(CacheKey scope, CredentialFingerprint credential, DateTimeOffset begunAt)
    {
        var lease = _leases.Change(
            scope, (Self: this, scope, begunAt), static (lease, grant) => grant.Self.Grant(lease, grant.scope, grant.begunAt));
        if (_known.Find(credential) is null)
        {
            _known.Set(credential, Known);
        }

        return IsRefusedSince(scope, begunAt) ? null : lease;
    }

    /// <summary>
    /// Records a refusal of the credential. Its lease ends, and for a while the gateway refuses it without a call. That time is longer for
    /// a credential that never had a 2xx, since anybody can make up credentials.
    /// </summary>
    public void End(CacheKey scope, CredentialFingerprint credential, Failure refusal, DateTimeOffset now)
    {
        var isKnown = refusal.Kind == FailureKind.Forbidden || _known.Find(credential) is not null;
        var time = isKnown ? options.RefusedCredentialTime : UnknownRefusalTime;
        _leases.Change(scope, (Refusals, scope, refusal, now, time), static (lease, end) =>
        {
            end.Refusals.Add(end.scope, end.refusal, end.now, end.time);
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
