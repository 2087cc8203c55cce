using Gateway.Shared;
using Gateway.Upstream;

namespace Gateway.Caching;

/// <summary>
/// Who may read what: what this replica's own calls have shown, in memory alone. No clock of another machine, no lost message and nobody
/// who can write to Redis changes it.
/// </summary>
internal sealed class Leases(CacheOptions options)
{
    /// <summary>How long a credential that never had a 2xx is refused without asking again.</summary>
    public static readonly TimeSpan UnknownRefusalTime = TimeSpan.FromMinutes(1);

    private static readonly object Known = new();

    private readonly BoundedCache<CacheKey, Lease> _leases = new(options.StateBytes / 2, static _ => Lease.Size);
    private readonly BoundedCache<CredentialFingerprint, object> _known = new(options.StateBytes / 2, static _ => 0);

    /// <summary>What Cloudflare has refused: credentials, by scope, and their requests.</summary>
    public NegativeCache Refusals { get; } = new(options.StateBytes);

    public Lease? Find(CacheKey scope) => _leases.Find(scope);

    /// <summary>Takes note of a 2xx.</summary>
    /// <returns>The lease; null where the credential was refused after that call had begun.</returns>
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
    /// Takes note that the credential was refused: its lease ends, and it is refused without asking again for a while; for longer where it
    /// never had a 2xx, since credentials are free to make up.
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

    // Under the lock of the scope, as the end of a lease is.
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
