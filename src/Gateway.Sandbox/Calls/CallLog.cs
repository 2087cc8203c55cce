namespace Gateway.Sandbox.Calls;

/// <summary>Counts calls by endpoint and at one time, and keeps the last hundred. Safe for use from many threads.</summary>
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

    /// <summary>How many calls the endpoint has had since the start or the last reset.</summary>
    public int Count(SandboxEndpoint endpoint) => Volatile.Read(ref counts[(int)endpoint]);

    /// <summary>How many callers left before their answer.</summary>
    public int Abandoned => Volatile.Read(ref abandoned);

    /// <summary>How many calls have come in and not been answered to the last byte.</summary>
    public int InProgress => Volatile.Read(ref inProgress);

    /// <summary>The most calls that were in progress at one time since the start or the last reset.</summary>
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

    /// <summary>Forgets all calls. Those in progress are the new value of <see cref="MostAtOnce"/>.</summary>
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

    /// <summary>Completes when the condition holds. It is checked again after each change, so that a test need not poll.</summary>
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

    /// <param name="call">What came in.</param>
    /// <param name="released">What it waits for, if it is held back.</param>
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
