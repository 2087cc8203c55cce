namespace Gateway.Sandbox.Calls;

/// <summary>Counts calls by endpoint and at one time, and keeps the last hundred. Safe for use from many threads.</summary>
public sealed class CallLog
{
    private const int Kept = 100;

    private readonly Lock _gate = new();
    private readonly int[] _counts = new int[Enum.GetValues<SandboxEndpoint>().Length];
    private readonly Queue<RecordedCall> _last = new(Kept);
    private int _abandoned;
    private int _inProgress;
    private int _mostAtOnce;
    private TaskCompletionSource _changed = NewSignal();

    /// <summary>How many calls the endpoint has had since the start or the last reset.</summary>
    public int Count(SandboxEndpoint endpoint) => Volatile.Read(ref _counts[(int)endpoint]);

    /// <summary>How many callers left before their answer.</summary>
    public int Abandoned => Volatile.Read(ref _abandoned);

    /// <summary>How many calls have come in and not been answered to the last byte.</summary>
    public int InProgress => Volatile.Read(ref _inProgress);

    /// <summary>The most calls that were in progress at one time since the start or the last reset.</summary>
    public int MostAtOnce => Volatile.Read(ref _mostAtOnce);

    /// <summary>The last calls, the oldest first.</summary>
    public IReadOnlyList<RecordedCall> Last
    {
        get
        {
            lock (_gate)
                return [.. _last];
        }
    }

    /// <summary>Forgets all calls. Those in progress are the new value of <see cref="MostAtOnce"/>.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            Array.Clear(_counts);
            _last.Clear();
            _abandoned = 0;
            _mostAtOnce = _inProgress;
        }
    }

    /// <summary>Completes when the condition holds. It is checked again after each change, so that a test need not poll.</summary>
    public async Task WhenAsync(Func<CallLog, bool> condition, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task next;
            lock (_gate)
                next = _changed.Task;
            if (condition(this))
                return;
            await next.WaitAsync(cancellationToken);
        }
    }

    /// <param name="call">What came in.</param>
    /// <param name="released">What it waits for, if it is held back.</param>
    internal CallInProgress Begin(RecordedCall call, Task released)
    {
        lock (_gate)
        {
            _counts[(int)call.Endpoint]++;
            if (_last.Count == Kept)
                _last.Dequeue();
            _last.Enqueue(call);
            _mostAtOnce = Math.Max(_mostAtOnce, ++_inProgress);
            Signal();
        }

        return new CallInProgress(this, released);
    }

    internal void End()
    {
        lock (_gate)
        {
            _inProgress--;
            Signal();
        }
    }

    internal void Abandon()
    {
        lock (_gate)
        {
            _abandoned++;
            Signal();
        }
    }

    private void Signal()
    {
        _changed.SetResult();
        _changed = NewSignal();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
