namespace Gateway.Sandbox.Calls;

/// <summary>Counts calls by endpoint and concurrent calls, and stores the last hundred. Thread-safe.</summary>
public sealed class CallLog
{
    private const int Kept = 100;

    private readonly Lock gate = new();
    private readonly int[] counts = new int[Enum.GetValues<SandboxEndpoint>().Length];
    private readonly Queue<RecordedCall> last = new(Kept);
    private int abandoned;
    private int inProgress;
    private int mostAtOnce;
    private TaskCompletionSource changed = NewSignal();

    /// <summary>The number of calls to the endpoint since the start or the last reset.</summary>
    public int Count(SandboxEndpoint endpoint) => Volatile.Read(ref counts[(int)endpoint]);

    /// <summary>The number of callers that disconnected before their response.</summary>
    public int Abandoned => Volatile.Read(ref abandoned);

    /// <summary>The number of calls whose response is not complete.</summary>
    public int InProgress => Volatile.Read(ref inProgress);

    /// <summary>The maximum number of concurrent calls since the start or the last reset.</summary>
    public int MostAtOnce => Volatile.Read(ref mostAtOnce);

    /// <summary>The last calls, the oldest first.</summary>
    public IReadOnlyList<RecordedCall> Last
    {
        get
        {
            lock (gate)
                return [.. last];
        }
    }

    /// <summary>Removes all calls. The number of calls in progress is the new value of <see cref="MostAtOnce"/>.</summary>
    public void Reset()
    {
        lock (gate)
        {
            Array.Clear(counts);
            last.Clear();
            abandoned = 0;
            mostAtOnce = inProgress;
        }
    }

    /// <summary>Completes when the condition is true. It is evaluated after each change, so tests don't need to poll.</summary>
    public async Task WhenAsync(Func<CallLog, bool> condition, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task next;
            lock (gate)
                next = changed.Task;
            if (condition(this))
                return;
            await next.WaitAsync(cancellationToken);
        }
    }

    /// <param name="call">The call.</param>
    /// <param name="released">Completes when the call may continue, if it is delayed.</param>
    internal CallInProgress Begin(RecordedCall call, Task released)
    {
        lock (gate)
        {
            counts[(int)call.Endpoint]++;
            if (last.Count == Kept)
                last.Dequeue();
            last.Enqueue(call);
            mostAtOnce = Math.Max(mostAtOnce, ++inProgress);
            Signal();
        }

        return new CallInProgress(this, released);
    }

    internal void End()
    {
        lock (gate)
        {
            inProgress--;
            Signal();
        }
    }

    internal void Abandon()
    {
        lock (gate)
        {
            abandoned++;
            Signal();
        }
    }

    private void Signal()
    {
        changed.SetResult();
        changed = NewSignal();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
