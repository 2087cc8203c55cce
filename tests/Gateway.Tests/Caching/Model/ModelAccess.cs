using Gateway.Upstream;

namespace Gateway.Tests.Caching.Model;

/// <summary>The access rules of one replica: leases and refusals.</summary>
internal sealed class ModelAccess
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan KnownRefusal = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan UnknownRefusal = TimeSpan.FromSeconds(60);

    private readonly Dictionary<(int Credential, string Scope), ModelLease> _leases = [];
    private readonly Dictionary<(int Credential, string Scope), Refusal> _refusals = [];
    // When a credential had its last 2xx.
    private readonly Dictionary<int, DateTimeOffset> _known = [];

    public IReadOnlyDictionary<(int Credential, string Scope), ModelLease> Leases => _leases;

    /// <summary>The lease, valid or lapsed; null if a refusal has ended it.</summary>
    public ModelLease? Find(int credential, Question question) => _leases.GetValueOrDefault((credential, question.Scope));

    public bool IsGranted(int credential, Question question, DateTimeOffset now) => IsWithin(Lease, credential, question, now);

    public bool IsInGrace(int credential, Question question, DateTimeOffset now) => IsWithin(Grace, credential, question, now);

    /// <summary>A refusal makes no call while it is held.</summary>
    public ModelFailure? Refused(int credential, Question question, DateTimeOffset now) =>
        _refusals.TryGetValue((credential, question.Scope), out var refusal) && now < refusal.Until ? refusal.Failure : null;

    /// <summary>A 2xx grants a lease from when its call began, unless the credential was refused then or later.</summary>
    public bool Grant(int credential, Question question, DateTimeOffset begunAt, DateTimeOffset now)
    {
        _known[credential] = now;
        var key = (credential, question.Scope);
        if (_refusals.TryGetValue(key, out var refusal) && begunAt <= refusal.At)
        {
            return false;
        }

        if (!_leases.TryGetValue(key, out var lease))
        {
            _leases[key] = lease = new ModelLease();
        }

        lease.Grant(begunAt);
        return true;
    }

    /// <summary>A refusal ends the lease. It is cached for a minute if the credential itself is refused and had no recent 2xx.</summary>
    public void Refuse(int credential, Question question, ModelFailure failure, DateTimeOffset now)
    {
        var isKnown = _known.TryGetValue(credential, out var last) && now - last <= Grace;
        var time = failure.Kind == FailureKind.Forbidden || isKnown ? KnownRefusal : UnknownRefusal;
        _refusals[(credential, question.Scope)] = new Refusal(failure, now, now + time);
        _leases.Remove((credential, question.Scope));
    }

    private bool IsWithin(TimeSpan age, int credential, Question question, DateTimeOffset now) =>
        Find(credential, question) is { } lease && now - lease.GrantedFrom <= age;

    private sealed record Refusal(ModelFailure Failure, DateTimeOffset At, DateTimeOffset Until);
}

/// <summary>A lease. In its last quarter, hits renew it.</summary>
internal sealed class ModelLease
{
    private static readonly TimeSpan RenewalPause = TimeSpan.FromSeconds(1);

    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;

    public DateTimeOffset GrantedFrom { get; private set; } = DateTimeOffset.MinValue;

    public bool IsRenewing { get; private set; }

    /// <summary>The last 2xx is the one whose call began last.</summary>
    public void Grant(DateTimeOffset begunAt)
    {
        if (begunAt > GrantedFrom)
        {
            GrantedFrom = begunAt;
            _notBefore = DateTimeOffset.MinValue;
        }
    }

    /// <summary>One renewal at a time.</summary>
    public bool TryBeginRenewal(DateTimeOffset now) =>
        !IsRenewing && now >= GrantedFrom + (0.75 * ModelAccess.Lease) && now >= _notBefore && (IsRenewing = true);

    /// <summary>The next renewal begins a second later at the earliest, unless another call renews the lease.</summary>
    public void EndRenewal(DateTimeOffset now)
    {
        IsRenewing = false;
        _notBefore = now + RenewalPause;
    }
}
