using Gateway.Sandbox.Credentials;

namespace Gateway.Sandbox.Calls;

/// <summary>Counts calls by endpoint and concurrent calls, and stores the last hundred. Thread-safe.</summary>
public sealed class CallLog
{
    private const int Kept = 100;

    private readonly Lock _gate = new();
    private readonly int[] _counts = new int[Enum.GetValues<SandboxEndpoint>().Length];
    private readonly Dictionary<(SandboxEndpoint, Canary), int> _countsByCredential = [];
    private readonly Queue<RecordedCall> _last = new(Kept);
    private int _abandoned;
    private int _inProgress;
    private int _mostAtOnce;
    private TaskCompletionSource _changed = NewSignal();

    /// <summary>The number of calls to the endpoint since the start or the last reset.</summary>
    public int Count(SandboxEndpoint endpoint) => Volatile.Read(ref _counts[(int)endpoint]);

    /// <summary>The same of one credential. Always 0 without <see cref="SandboxSettings.Canaries"/>.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="secret">The token or the key.</param>
    /// <param name="owner">The e-mail address of a key; empty for a token.</param>
    public int Count(SandboxEndpoint endpoint, string secret, string owner = "")
    {
        lock (_gate)
            return _countsByCredential.GetValueOrDefault((endpoint, Canary.Of(secret, owner)));
    }

    /// <summary>The number of callers that disconnected before their response.</summary>
    public int Abandoned => Volatile.Read(ref _abandoned);

    /// <summary>The number of calls whose response is not complete.</summary>
    public int InProgress => Volatile.Read(ref _inProgress);

    /// <summary>The maximum number of concurrent calls since the start or the last reset.</summary>
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

    /// <summary>Removes all calls. The number of calls in progress is the new value of <see cref="MostAtOnce"/>.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            Array.Clear(_counts);
            _countsByCredential.Clear();
            _last.Clear();
            _abandoned = 0;
            _mostAtOnce = _inProgress;
        }
    }

    /// <summary>Completes when the condition is true. It is evaluated after each change, so tests don't need to poll.</summary>
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

    /// <param name="call">The call.</param>
    /// <param name="released">Completes when the call may continue, if it is delayed.</param>
    /// <param name="canary">What stands for the credential, if calls are counted by credential.</param>
    internal CallInProgress Begin(RecordedCall call, Task released, Canary? canary)
    {
        lock (_gate)
        {
            _counts[(int)call.Endpoint]++;
            if (canary is not null)
                _countsByCredential[(call.Endpoint, canary)] = _countsByCredential.GetValueOrDefault((call.Endpoint, canary)) + 1;
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
