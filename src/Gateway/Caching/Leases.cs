using Microsoft.Extensions.Options;

namespace Gateway.Caching;

/// <summary>
/// Who may see what, as Cloudflare itself has said: granted by a 2xx, ended by a refusal of the credential, and shared with the other
/// replicas. In level two an ended lease is one that was never fresh.
/// </summary>
internal sealed class Leases : IDisposable
{
    // Longer than any entry lives: an end must not be forgotten before what it ended.
    private static readonly TimeSpan EndedFor = TimeSpan.FromHours(36);

    private readonly CacheOptions _options;
    private readonly TimeProvider _time;
    private readonly ISecondLevel _second;
    private readonly BoundedMap<Lease> _leases;

    public Leases(IOptions<CacheOptions> options, TimeProvider time, ISecondLevel second)
    {
        _options = options.Value;
        _time = time;
        _second = second;
        _leases = new BoundedMap<Lease>(_options.StateBytes, static _ => Lease.Size);
        second.Ended += OnEnded;
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

        _second.Write(
            scope, new StoredEntry(receivedAt, receivedAt + _options.AuthorizationLease, receivedAt + _options.AuthorizationGrace, default));
        return true;
    }

    /// <summary>Takes note that the credential was refused, here and on all replicas, which learn in which words.</summary>
    public void End(CacheKey scope, ReadOnlyMemory<byte> refusal)
    {
        var now = _time.GetUtcNow();
        Merge(scope, DateTimeOffset.MinValue, now);
        _second.Write(scope, new StoredEntry(now, now, now + EndedFor, refusal));
        _second.Announce(scope);
    }

    /// <summary>Learns what another replica has written.</summary>
    public void Learn(CacheKey scope, StoredEntry stored)
    {
        if (stored.FreshUntil > stored.FetchedAt)
        {
            Merge(scope, stored.FetchedAt, DateTimeOffset.MinValue);
        }
        else
        {
            Merge(scope, DateTimeOffset.MinValue, stored.FetchedAt);
        }
    }

    public void Dispose() => _second.Ended -= OnEnded;

    private void OnEnded(CacheKey scope) => Merge(scope, DateTimeOffset.MinValue, _time.GetUtcNow());

    private Lease? Merge(CacheKey scope, DateTimeOffset grantedAt, DateTimeOffset endedAt) =>
        _leases.Change(scope, (grantedAt, endedAt, Now: _time.GetUtcNow()), static (lease, news) => new Lease(
            Later(lease?.GrantedAt, news.grantedAt), Later(lease?.EndedAt, news.endedAt), news.Now));

    private static DateTimeOffset Later(DateTimeOffset? one, DateTimeOffset other) => one > other ? one.Value : other;
}
