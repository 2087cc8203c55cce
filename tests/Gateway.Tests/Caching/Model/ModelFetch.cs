using Gateway.Upstream;

namespace Gateway.Tests.Caching.Model;

/// <summary>One fetch for all equal requests with one credential.</summary>
internal sealed class ModelFetch(ModelReplica replica, int credential, Question question)
{
    public ModelReplica Replica => replica;

    public int Credential => credential;

    public Question Question => question;

    public (int Credential, Question Question) Key => (credential, question);

    /// <summary>Whether it reads no cache: past it, and to renew a lease.</summary>
    public bool MustCall { get; init; }

    /// <summary>The lease that it renews in the background.</summary>
    public ModelLease? Renews { get; init; }

    /// <summary>The entry that it updates in the background.</summary>
    public ModelEntry? Refreshes { get; init; }

    public bool IsBackground => Renews is not null || Refreshes is not null;

    public List<ModelRequest> Requests { get; } = [];

    public DateTimeOffset BegunAt { get; set; }

    /// <summary>
    /// When the requests asked that were there when it began: one of them began it. They asked earlier than that if they waited for another
    /// fetch first, which did not answer them.
    /// </summary>
    public HashSet<DateTimeOffset> AskedAt { get; } = [];

    /// <summary>Whether the credential had a lease, valid or lapsed, when L2 was read.</summary>
    public bool HadLease { get; set; }

    /// <summary>What the cache has for it.</summary>
    public ModelEntry? Entry { get; set; }

    /// <summary>The check that it waits for.</summary>
    public ModelCheck? WaitsFor { get; set; }

    /// <summary>The check that is its own call.</summary>
    public ModelCheck? Check { get; set; }

    /// <summary>The number of its call.</summary>
    public int Call { get; set; }

    public DateTimeOffset CalledAt { get; set; }

    /// <summary>What its call is for.</summary>
    public CallPurpose Purpose { get; set; }

    public bool IsEnded { get; set; }

    public override string ToString() =>
        $"call {Call} of r{replica.Number} c{credential} {question}{(IsBackground ? " in the background" : "")}";
}

/// <summary>A call that checks for several fetches whether the credential may still read.</summary>
internal sealed record ModelCheck(ModelFetch Fetch, DateTimeOffset BegunAt)
{
    public List<ModelFetch> Waiting { get; } = [];
}
