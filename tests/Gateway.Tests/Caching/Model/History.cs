namespace Gateway.Tests.Caching.Model;

/// <summary>A sequence of events at one or two replicas.</summary>
/// <param name="Replicas">The number of replicas.</param>
/// <param name="Steps">The events. Each is valid after any other, so irrelevant ones can be removed.</param>
public sealed record History(int Replicas, IReadOnlyList<Step> Steps)
{
    public override string ToString() =>
        $"{Replicas} replica(s):{string.Concat(Steps.Select(step => Environment.NewLine + "  " + step))}";
}

public abstract record Step
{
    /// <summary>A caller asks one question.</summary>
    public sealed record Ask(int Replica, int Credential, int Question, bool NoCache) : Step;

    /// <summary>A caller asks all questions that stay fresh, of one zone.</summary>
    public sealed record AskPanels(int Replica, int Credential) : Step;

    /// <summary>A call under way ends.</summary>
    public sealed record End(int Call, Outcome Outcome) : Step;

    /// <summary>All calls under way end.</summary>
    public sealed record EndAll(Outcome Outcome) : Step;

    /// <summary>A caller that waits leaves.</summary>
    public sealed record Leave(int Request) : Step;

    public sealed record Pass(TimeSpan Time) : Step;

    /// <summary>A replica's wall clock is set, so far from the right time.</summary>
    public sealed record SetClock(int Replica, TimeSpan Skew) : Step;

    /// <summary>A replica loses its connection to Redis, or finds it again.</summary>
    public sealed record SetRedis(int Replica, Redis Redis) : Step;

    /// <summary>Redis answers a read that waits.</summary>
    public sealed record EndRead(int Replica, int Read) : Step;
}
