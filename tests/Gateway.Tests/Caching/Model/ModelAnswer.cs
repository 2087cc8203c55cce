using Gateway.Caching;
using Gateway.Upstream;

namespace Gateway.Tests.Caching.Model;

/// <summary>The answer to a caller.</summary>
/// <param name="Status">The cache status; null for a failure.</param>
/// <param name="Failure">The failure; null for data.</param>
/// <param name="Call">The number of the call that brought it; 0 for what the gateway says without one.</param>
/// <param name="Age">Of the data, in seconds.</param>
/// <param name="FetchedAt">When it was fetched, as the caller is told.</param>
internal sealed record ModelAnswer(CacheStatus? Status, FailureKind? Failure, int Call, double Age = 0, DateTimeOffset FetchedAt = default)
{
    public override string ToString() => Failure is { } failure
        ? FormattableString.Invariant($"{failure} of call {Call}")
        : FormattableString.Invariant($"{Status} of call {Call}, {Age} s old, fetched at {FetchedAt:T}");
}

/// <summary>A failure and the call that brought it.</summary>
internal sealed record ModelFailure(FailureKind Kind, int Call)
{
    public ModelAnswer Answer => new(null, Kind, Call);
}

/// <summary>A request of a caller, from when it is asked to when it is answered or given up.</summary>
internal sealed class ModelRequest(ModelReplica replica, int credential, Question question, bool isBypass)
{
    public ModelReplica Replica => replica;

    public int Credential => credential;

    public Question Question => question;

    public bool IsBypass => isBypass;

    public DateTimeOffset AskedAt { get; } = replica.Now;

    public bool HasLeft { get; set; }

    public ModelAnswer? Answer { get; set; }

    public override string ToString() => $"r{replica.Number} c{credential} {question}";
}
