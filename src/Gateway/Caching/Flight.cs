namespace Gateway.Caching;

/// <summary>
/// A fetch that is under way for whoever waits for it. It belongs to none of them: it ends with its answer, or when the last one has left;
/// in the background, where nobody need wait, with its answer alone.
/// </summary>
internal sealed class Flight<T>(bool isBackground)
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _abandoned = new();
    private readonly Lock _gate = new();
    private int _waiters;
    private bool _isAbandoned;

    public bool IsBackground => isBackground;

    /// <summary>Cancelled when the last waiter has left.</summary>
    public CancellationToken Abandoned => _abandoned.Token;

    /// <summary>Every success is followed by one <see cref="WaitAsync"/>. False for a flight that everybody has left.</summary>
    public bool TryJoin()
    {
        lock (_gate)
        {
            _waiters += _isAbandoned ? 0 : 1;
            return !_isAbandoned;
        }
    }

    /// <summary>Waits for the answer, or until the caller's own request ends.</summary>
    public async Task<T> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _answer.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            Leave();
        }
    }

    public void Land(T answer) => _answer.SetResult(answer);

    public void Crash(Exception exception)
    {
        _answer.SetException(exception);

        // In the background there is nobody to see it.
        _ = _answer.Task.Exception;
    }

    private void Leave()
    {
        lock (_gate)
        {
            if (--_waiters > 0 || isBackground || _answer.Task.IsCompleted)
            {
                return;
            }

            _isAbandoned = true;
        }

        _abandoned.Cancel();
    }
}
