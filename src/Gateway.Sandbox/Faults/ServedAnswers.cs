using System.Collections.Concurrent;

namespace Gateway.Sandbox.Faults;

/// <summary>What a test serves to the next calls of each endpoint. Safe for use from many threads.</summary>
internal sealed class ServedAnswers
{
    private readonly ConcurrentQueue<Fault>[] _next = [.. Enum.GetValues<SandboxEndpoint>().Select(_ => new ConcurrentQueue<Fault>())];
    private readonly Fault?[] _always = new Fault?[Enum.GetValues<SandboxEndpoint>().Length];

    public void Add(SandboxEndpoint endpoint, Fault answer, int times)
    {
        for (var i = 0; i < times; i++)
            _next[(int)endpoint].Enqueue(answer);
    }

    /// <summary>Drops what was served. Every call gets this from now on; where it is null, the endpoint answers by itself.</summary>
    public void Replace(SandboxEndpoint endpoint, Fault? answer)
    {
        _always[(int)endpoint] = answer;
        _next[(int)endpoint].Clear();
    }

    public Fault? Take(SandboxEndpoint endpoint) =>
        _always[(int)endpoint] ?? (_next[(int)endpoint].TryDequeue(out var answer) ? answer : null);
}
