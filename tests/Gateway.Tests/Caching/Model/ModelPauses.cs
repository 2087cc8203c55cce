namespace Gateway.Tests.Caching.Model;

/// <summary>The rules about pauses: when Cloudflare is not called although the credential may read.</summary>
internal sealed class ModelPauses
{
    private static readonly TimeSpan Rejection = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstOutage = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestOutage = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BypassInterval = TimeSpan.FromSeconds(1);

    private readonly Dictionary<(int Credential, Question Question), (ModelFailure Failure, DateTimeOffset Until)> _rejections = [];
    private readonly Dictionary<(int Credential, Question Question), Outage> _outages = [];
    private readonly Dictionary<(int Credential, Question Question), DateTimeOffset> _bypasses = [];
    private readonly Dictionary<int, DateTimeOffset> _coolUntil = [];

    /// <summary>A request that Cloudflare rejects is rejected for half a minute, to that credential alone.</summary>
    public void Reject(int credential, Question question, ModelFailure failure, DateTimeOffset now) =>
        _rejections[(credential, question)] = (failure, now + Rejection);

    public ModelFailure? Rejected(int credential, Question question, DateTimeOffset now) =>
        _rejections.TryGetValue((credential, question), out var held) && now < held.Until ? held.Failure : null;

    /// <summary>A failed attempt is cached for a second, and for twice as long each time that it recurs, up to 30 seconds.</summary>
    public void Fail(int credential, Question question, ModelFailure failure, DateTimeOffset now)
    {
        var time = FirstOutage;
        if (_outages.TryGetValue((credential, question), out var last) && now - last.Until <= LongestOutage)
        {
            time = 2 * last.Time < LongestOutage ? 2 * last.Time : LongestOutage;
        }

        _outages[(credential, question)] = new Outage(failure, time, now + time);
    }

    /// <summary>A 429 stops all calls with the credential.</summary>
    public void CoolDown(int credential, DateTimeOffset until)
    {
        if (until > _coolUntil.GetValueOrDefault(credential))
        {
            _coolUntil[credential] = until;
        }
    }

    public bool IsCooling(int credential, DateTimeOffset now) => now < _coolUntil.GetValueOrDefault(credential);

    public ModelFailure? Failed(int credential, Question question, DateTimeOffset now) =>
        _outages.TryGetValue((credential, question), out var outage) && now < outage.Until ? outage.Failure : null;

    public bool HasFailedSince(DateTimeOffset time, int credential, Question question) =>
        _outages.TryGetValue((credential, question), out var outage) && outage.Until - outage.Time >= time;

    public void Release(int credential, Question question, bool isGranted)
    {
        _outages.Remove((credential, question));
        if (isGranted)
        {
            _rejections.Remove((credential, question));
        }
    }

    /// <summary>A request may bypass the cache at most once a second.</summary>
    public bool TryBypass(int credential, Question question, DateTimeOffset now)
    {
        if (_bypasses.TryGetValue((credential, question), out var last) && now - last < BypassInterval)
        {
            return false;
        }

        _bypasses[(credential, question)] = now;
        return true;
    }

    private sealed record Outage(ModelFailure Failure, TimeSpan Time, DateTimeOffset Until);
}
