namespace Gateway.Tests.Caching.Model;

/// <summary>The cache's rules in their simplest form: dictionaries, one thread, no tasks. Replicas share only L2 and the clock.</summary>
internal sealed class ReferenceModel
{
    public ReferenceModel(DateTimeOffset start, int replicas)
    {
        Now = start;
        Replicas = [.. Enumerable.Range(0, replicas).Select(number => new ModelReplica(number, this))];
    }

    /// <summary>The monotonic time, independent of wall clocks.</summary>
    public DateTimeOffset Now { get; set; }

    public IReadOnlyList<ModelReplica> Replicas { get; }

    public ModelStore Store { get; } = new();

    /// <summary>Calls under way, in the order in which they began.</summary>
    public List<ModelFetch> Calls { get; } = [];

    /// <summary>How many calls there were.</summary>
    public int CallCount { get; private set; }

    public DateTimeOffset? NextCheckTimeout => Replicas.Min(replica => replica.NextCheckTimeout);

    public void Call(ModelFetch fetch)
    {
        fetch.Call = ++CallCount;
        Calls.Add(fetch);
    }
}
