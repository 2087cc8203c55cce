using Gateway.Caching;

namespace Gateway.Tests.Caching.Model;

/// <summary>
/// The safety property, which only depends on Cloudflare's answers: a replica answers a credential from its cache only if Cloudflare
/// recently granted the credential access to the endpoint and zone on that replica, and has not refused it since.
/// </summary>
internal sealed class SafetyProperty
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(15);

    private readonly Dictionary<(int Replica, int Credential, string Scope), Verdicts> _verdicts = [];

    public void Answered(int replica, int credential, Question question, Outcome outcome, DateTimeOffset begunAt, DateTimeOffset now)
    {
        var key = (replica, credential, question.Scope);
        var before = _verdicts.GetValueOrDefault(key, new Verdicts(DateTimeOffset.MinValue, DateTimeOffset.MinValue));
        _verdicts[key] = outcome switch
        {
            Outcome.Granted when begunAt > before.Granted => before with { Granted = begunAt },
            Outcome.Unauthenticated or Outcome.Forbidden => before with { Refused = now },
            _ => before,
        };
    }

    /// <summary>How an answer violates the property; null if it does not.</summary>
    public string? Violation(int replica, int credential, Question question, Cached<TestResponse> answer, DateTimeOffset now)
    {
        var (reply, status) = (answer.Response, answer.Freshness.Status);
        if (reply.Question != question.Number)
        {
            return "the answer is to another question";
        }

        if (reply.Credential != credential && (!question.IsShared || status is CacheStatus.Miss or CacheStatus.Bypass))
        {
            return "the answer is another credential's";
        }

        if (status is CacheStatus.Miss or CacheStatus.Bypass)
        {
            return null;
        }

        var allowed = status == CacheStatus.Stale ? Grace : Lease;
        return _verdicts.TryGetValue((replica, credential, question.Scope), out var verdicts)
            && verdicts.Granted > verdicts.Refused
            && now - verdicts.Granted <= allowed
            ? null
            : $"{status} without a 2xx to a call that began within {allowed}, after the last refusal";
    }

    private sealed record Verdicts(DateTimeOffset Granted, DateTimeOffset Refused);
}
