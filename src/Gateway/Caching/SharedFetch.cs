using Gateway.Upstream;

namespace Gateway.Caching;

/// <summary>
/// A fetch that several requests wait for (single-flight). It goes on while at least one of them waits, and is cancelled when the last one
/// leaves. A background fetch needs no waiters and always runs to its end.
/// </summary>
internal sealed class SharedFetch(bool isBackground)
{
    private readonly TaskCompletionSource<Fetched> _result = new();
    private readonly CancellationTokenSource _abandoned = new();
    private readonly Lock _gate = new();
    private int _waiters;
    private bool _isAbandoned;

    public bool IsBackground => isBackground;

    public int Waiters => Volatile.Read(ref _waiters);

    /// <summary>Cancelled when the last waiter has left.</summary>
    public CancellationToken Abandoned => _abandoned.Token;

    /// <summary>Adds a waiter, who has to call <see cref="Leave"/>. False if the last waiter has left.</summary>
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

    /// <summary>Waits for the result, or until the caller's own request is cancelled. In either case the caller leaves.</summary>
    public async Task<Fetched> WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            // A single waiter, as of nearly all fetches, goes on where the answer came. Several go on side by side.
            var result = await _result.Task.WaitAsync(cancellationToken);
            if (Waiters > 1)
            {
                await Task.Yield();
            }

            return result;
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Ends the fetch. A waiter may go on before this returns.</summary>
    public void Complete(Fetched result) => _result.SetResult(result);

    public void Fail(Exception exception)
    {
        _result.SetException(exception);

        // Marks the exception as observed: a background fetch has no waiters.
        _ = _result.Task.Exception;
    }
}

/// <summary>The result of a fetch: an entry or a failure, with or without a call to Cloudflare.</summary>
internal sealed record Fetched(CacheEntry? Entry, Failure? Failure, CacheTier Tier)
{
    public bool IsCalled => Tier == CacheTier.Upstream;
}
