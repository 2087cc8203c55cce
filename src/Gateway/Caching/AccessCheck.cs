using System.Collections.Concurrent;

namespace Gateway.Caching;

/// <summary>
/// Finds out whether a credential whose lease has lapsed may still read, with one call for all requests that have a fresh answer in the
/// cache. It belongs to all who wait for it: the request whose call it is may leave.
/// </summary>
/// <param name="Call">The call of the request that came first.</param>
/// <param name="BegunAt">When that was.</param>
internal sealed record AccessCheck(SharedFetch Call, DateTimeOffset BegunAt)
{
    /// <summary>
    /// Completes with a 2xx or a refusal of any call with the same credential and scope, or with the end of the call itself.
    /// </summary>
    public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>The checks under way, one at most for each credential and scope.</summary>
/// <param name="timeout">How long a check may take; after that each request asks for itself.</param>
/// <param name="time">What it is measured with.</param>
internal sealed class AccessChecks(TimeSpan timeout, TimeProvider time)
{
    private readonly ConcurrentDictionary<CacheKey, AccessCheck> _checks = new();

    /// <summary>The check under way for a scope.</summary>
    public AccessCheck? Find(CacheKey scope) => _checks.GetValueOrDefault(scope);

    /// <summary>Waits until the check under way has ended, whatever its outcome. Where there is none, the caller's own call becomes the check.
    /// </summary>
    /// <param name="scope">What is checked.</param>
    /// <param name="call">The caller's own.</param>
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

            // It took too long, or everybody has left it.
            _checks.TryRemove(new(scope, check));
        }
    }

    /// <summary>Ends the check, if one is under way: the credential was granted or refused.</summary>
    public void Decide(CacheKey scope)
    {
        if (_checks.TryRemove(scope, out var check))
        {
            check.Ended.TrySetResult();
        }
    }

    /// <summary>Ends the check that is this call.</summary>
    public void End(CacheKey scope, SharedFetch call)
    {
        if (_checks.TryGetValue(scope, out var check) && ReferenceEquals(check.Call, call))
        {
            _checks.TryRemove(new(scope, check));
            check.Ended.TrySetResult();
        }
    }
}
