using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Gateway.Sandbox.Faults;

/// <summary>The answers laid out for the next calls of each endpoint.</summary>
internal sealed class ServedAnswers
{
    private readonly ConcurrentQueue<ServedAnswer>[] queues =
        [.. Enum.GetValues<SandboxEndpoint>().Select(_ => new ConcurrentQueue<ServedAnswer>())];

    public void Add(SandboxEndpoint endpoint, ServedAnswer answer, int times)
    {
        for (var i = 0; i < times; i++)
            queues[(int)endpoint].Enqueue(answer);
    }

    public bool TryTake(SandboxEndpoint endpoint, [NotNullWhen(true)] out ServedAnswer? answer) =>
        queues[(int)endpoint].TryDequeue(out answer);
}
