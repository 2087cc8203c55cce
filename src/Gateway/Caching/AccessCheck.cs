using System.Collections.Concurrent;

namespace Gateway.Caching;

/// <summary>
/// Checks with one call whether a credential with a lapsed lease may still read. All requests with a fresh entry wait for this call. It
/// goes on when the request that started it is cancelled.
/// </summary>
/// <param name="Call">The call of the first request.</param>
/// <param name="BegunAt">When the check began.</param>
internal sealed record AccessCheck(SharedFetch Call, DateTimeOffset BegunAt)
{
    /// <summary>
    /// Completes when <see cref="Call"/> ends, or earlier with a 2xx or a refusal of another call in the same scope.
    /// </summary>
    public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>The checks in progress, at most one for each scope.</summary>
/// <param name="timeout">How long requests wait for a check; after that each one asks Cloudflare itself.</param>
/// <param name="time">The clock of the timeout.</param>
internal sealed class AccessChecks(TimeSpan timeout, TimeProvider time)
{
    private readonly ConcurrentDictionary<CacheKey, AccessCheck> _checks = new();

    public AccessCheck? Find(CacheKey scope) => _checks.GetValueOrDefault(scope);

    /// <summary>Waits for the check in progress, whatever its outcome. Without one, the caller's call becomes the check.</summary>
    /// <param name="scope">The scope of the lease.</param>
    /// <param name="call">The caller's own call.</param>
    public async ValueTask WaitOrBeginAsync(CacheKey scope, SharedFetch call)
    {
        while (true)
        {
            var check = _checks.GetOrAdd(scope, static (_, begin) => new AccessCheck(begin.call, begin.Now), (call, Now: time.GetUtcNow()));
            if (ReferenceEquals(check.Call, call))
            {
                return;
            }

            var left = timeout - (time.GetUtcNow() - check.BegunAt);
            if (left > TimeSpan.Zero && check.Call.TryJoin())
            {
                await ((Task)check.Ended.Task.WaitAsync(left, time, call.Abandoned)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                check.Call.Leave();
                call.Abandoned.ThrowIfCancellationRequested();
                return;
            }

            // The check took too long, or all its waiters have left.
            _checks.TryRemove(new(scope, check));
        }
    }

    /// <summary>Ends the check of a scope, if there is one, because Cloudflare has granted or refused access.</summary>
    public void Decide(CacheKey scope)
    {
        if (_checks.TryRemove(scope, out var check))
        {
            check.Ended.TrySetResult();
        }
    }

    /// <summary>Ends the check of a scope, if this call is the check.</summary>
    public void End(CacheKey scope, SharedFetch call)
    {
        if (_checks.TryGetValue(scope, out var check) && ReferenceEquals(check.Call, call))
        {
            _checks.TryRemove(new(scope, check));
            check.Ended.TrySetResult();
        }
    }
}
