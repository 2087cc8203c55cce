using Microsoft.Extensions.Options;

namespace Gateway.Caching;

/// <summary>
/// Who may see what, as Cloudflare itself has said: granted by a 2xx, ended by a refusal of the credential, and shared with the other
/// replicas. In level two an ended lease is one that was never fresh.
/// </summary>
internal sealed class Leases 
{
    private readonly CacheOptions _options;
    private readonly TimeProvider _time;
    private readonly BoundedMap<Lease> _leases;

    public Leases(IOptions<CacheOptions> options, TimeProvider time, ISecondLevel second)
    {
        _options = options.Value;
        _time = time;
        _leases = new BoundedMap<Lease>(_options.StateBytes, static _ => Lease.Size);
    }

    public Lease? Find(CacheKey scope) => _leases.Find(scope);

    /// <summary>Takes note of a 2xx, unless the credential was refused after that call had begun.</summary>
    public bool Grant(CacheKey scope, DateTimeOffset begunAt, DateTimeOffset receivedAt)
    {
        var granted = new Lease(receivedAt, DateTimeOffset.MinValue, receivedAt);
        var lease = _leases.Change(scope, (granted, begunAt), static (lease, news) =>
            lease is null ? news.granted
            : news.begunAt <= lease.EndedAt || news.granted.GrantedAt <= lease.GrantedAt ? lease
            : new Lease(news.granted.GrantedAt, lease.EndedAt, news.granted.GrantedAt));
        if (lease is null || begunAt <= lease.EndedAt)
        {
            return false;
        }

        return true;
    }

    /// <summary>Takes note that the credential was refused, here and on all replicas, which learn in which words.</summary>
    public void End(CacheKey scope, ReadOnlyMemory<byte> refusal)
    {
        var now = _time.GetUtcNow();
        Merge(scope, DateTimeOffset.MinValue, now);
    }

    private Lease? Merge(CacheKey scope, DateTimeOffset grantedAt, DateTimeOffset endedAt) =>
        _leases.Change(scope, (grantedAt, endedAt, Now: _time.GetUtcNow()), static (lease, news) => new Lease(
            Later(lease?.GrantedAt, news.grantedAt), Later(lease?.EndedAt, news.endedAt), news.Now));

    private static DateTimeOffset Later(DateTimeOffset? one, DateTimeOffset other) => one > other ? one.Value : other;
}
