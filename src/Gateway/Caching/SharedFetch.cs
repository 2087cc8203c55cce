using Gateway.Upstream;

namespace Gateway.Caching;

/// <summary>
/// A fetch under way for whoever waits for it (single-flight). It belongs to none of them: it ends with its result, or when the last one
/// has left; in the background, where nobody need wait, with its result alone.
/// </summary>
internal sealed class SharedFetch(bool isBackground)
{
    private readonly TaskCompletionSource<Fetched> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _abandoned = new();
    private readonly Lock _gate = new();
    private int _waiters;
    private bool _isAbandoned;

    public bool IsBackground => isBackground;

    public int Waiters => Volatile.Read(ref _waiters);

    /// <summary>Cancelled when the last waiter has left.</summary>
    public CancellationToken Abandoned => _abandoned.Token;

    /// <summary>Every success is followed by one <see cref="Leave"/>. False for a fetch that everybody has left.</summary>
    public bool TryJoin()
    {
        lock (_gate)
        {
            _waiters += _isAbandoned ? 0 : 1;
            return !_isAbandoned;
        }
    }

    public void Leave()
    {
        lock (_gate)
        {
            if (--_waiters > 0 || isBackground || _result.Task.IsCompleted)
            {
                return;
            }

            _isAbandoned = true;
        }

        _abandoned.Cancel();
    }

    /// <summary>Waits for the result, or until the caller's own request ends; then the caller has left.</summary>
    public async Task<Fetched> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _result.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            Leave();
        }
    }

    public void Complete(Fetched result) => _result.SetResult(result);

    public void Fail(Exception exception)
    {
        _result.SetException(exception);

        // In the background there is nobody to see it.
        _ = _result.Task.Exception;
    }
}

/// <summary>How a fetch ended: with an entry or a failure; from Cloudflare, or without asking it.</summary>
internal sealed record Fetched(CacheEntry? Entry, Failure? Failure, bool IsCalled);
