using System.Diagnostics.CodeAnalysis;

namespace Gateway.Sandbox.Faults;

/// <summary>What a test laid out for the next calls of each endpoint. Safe for use from many threads.</summary>
internal sealed class ServedAnswers
{
    /// <summary>So many calls that none is ever the last.</summary>
    public const int Always = int.MaxValue;

    private readonly Lock gate = new();
    private readonly Queue<Entry>[] queues = [.. Enum.GetValues<SandboxEndpoint>().Select(_ => new Queue<Entry>())];

    public void Add(SandboxEndpoint endpoint, Fault answer, int times)
    {
        lock (gate)
            queues[(int)endpoint].Enqueue(new Entry(answer, times));
    }

    /// <summary>In place of everything that was laid out.</summary>
    public void Replace(SandboxEndpoint endpoint, Fault answer)
    {
        lock (gate)
        {
            queues[(int)endpoint].Clear();
            queues[(int)endpoint].Enqueue(new Entry(answer, Always));
        }
    }

    public void Clear(SandboxEndpoint endpoint)
    {
        lock (gate)
            queues[(int)endpoint].Clear();
    }

    public bool TryTake(SandboxEndpoint endpoint, [NotNullWhen(true)] out Fault? answer)
    {
        lock (gate)
        {
            var queue = queues[(int)endpoint];
            answer = queue.TryPeek(out var entry) ? entry.Answer : null;
            if (entry is not null && --entry.Times == 0)
                queue.Dequeue();
            return answer is not null;
        }
    }

    private sealed class Entry(Fault answer, int times)
    {
        public Fault Answer { get; } = answer;

        public int Times { get; set; } = times;
    }
}
