using Gateway.Shared;
using Gateway.Upstream;

namespace Gateway.Caching;

/// <summary>
/// Who may read what, as this replica's own calls have shown. It is in memory only, so neither another machine's clock, nor a lost message,
/// nor anybody who can write to Redis can change it.
/// </summary>
internal sealed partial class Leases(CacheOptions options, KnownCredentials known)
{
    private readonly BoundedCache<CacheKey, Lease> _leases = new(options.StateBytes / 2, static _ => Lease.Size);

    public Lease? Find(CacheKey scope) => _leases.Find(scope);

    /// <summary>Records a 2xx.</summary>
    /// <returns>The lease; null if Cloudflare refused the credential after this call began.</returns>
    public Lease? Grant(CacheKey scope, DateTimeOffset begunAt)
    {
        var lease = _leases.Change(
            scope, (Self: this, scope, begunAt), static (lease, grant) => grant.Self.Grant(lease, grant.scope, grant.begunAt));
        return IsRefusedSince(scope, begunAt) ? null : lease;
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
}
