using System.Runtime.InteropServices;

namespace Gateway.Upstream.Resilience;

/// <summary>
/// Limits the concurrent calls to one API, with a short queue. Each credential has a bounded share of the permits, and credentials in the
/// queue take turns, so one caller's load does not affect the others. A credential without calls takes no memory.
/// </summary>
/// <param name="permits">The number of permits.</param>
/// <param name="permitsOfOne">The most permits of one credential.</param>
/// <param name="queueLength">The most waiting calls.</param>
/// <param name="time">The clock of the waits.</param>
internal sealed class FairConcurrencyLimiter(int permits, int permitsOfOne, int queueLength, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<CredentialFingerprint, CredentialPermits> _credentials = [];

    // The credentials with waiters; the first one is next. If a permit is free, each of these credentials has used up its share.
    private readonly List<CredentialPermits> _turns = [];
    private int _taken;
    private int _waiting;

    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>The number of credentials with calls.</summary>
    public int Credentials => _credentials.Count;

    /// <summary>Acquires a permit, and waits for one if necessary. <see cref="Leave"/> releases it.</summary>
    /// <returns>The permits of the credential; null if there is no permit in time, or if the call is cancelled.</returns>
    public async ValueTask<CredentialPermits?> EnterAsync(
        CredentialFingerprint credential, CallPurpose purpose, TimeSpan longestWait, CancellationToken cancellationToken)
    {
        CredentialPermits own;
        TaskCompletionSource<bool> waiter;
        lock (_gate)
        {
            own = CollectionsMarshal.GetValueRefOrAddDefault(_credentials, credential, out _) ??= new CredentialPermits(credential);

            // Refreshes may not use the last quarter of the permits, which is left to callers who wait.
            if (own.Taken < permitsOfOne && _taken < (purpose == CallPurpose.Refresh ? permits - ((permits + 3) / 4) : permits))
            {
                Take(own);
                return own;
            }

            // A refresh never waits, because nobody waits for it.
            if (purpose == CallPurpose.Refresh || !MakeRoom(own))
            {
                Forget(own);
                return null;
            }

            waiter = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            own.Waiters.Add(waiter);
            if (own.Waiters.Count == 1)
            {
                _turns.Add(own);
            }

            _waiting++;
        }

        await ((Task)waiter.Task.WaitAsync(longestWait, time, cancellationToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate)
        {
            if (!waiter.Task.IsCompleted)
            {
                Dequeue(own, waiter);
                Forget(own);
                return null;
            }
        }

        if (!waiter.Task.Result)
        {
            return null;
        }

        if (cancellationToken.IsCancellationRequested)
        {
            Leave(own);
            return null;
        }

        return own;
    }

    /// <summary>Releases a permit, which goes to the next waiter.</summary>
    public void Leave(CredentialPermits own)
    {
        lock (_gate)
        {
            _taken--;
            own.Taken--;
            GrantNext();
            Forget(own);
        }
    }

    private void Take(CredentialPermits own)
    {
        _taken++;
        own.Taken++;
    }

    private void Forget(CredentialPermits own)
    {
        if (own is { Taken: 0, Waiters.Count: 0 })
        {
            _credentials.Remove(own.Credential);
        }
    }

    /// <summary>
    /// Whether another call may wait. From a full queue, the last waiter of the credential with the most is evicted, if the new caller has
    /// fewer.
    /// </summary>
    private bool MakeRoom(CredentialPermits own)
    {
        if (_waiting < queueLength)
        {
            return true;
        }

        if (_turns.MaxBy(static other => other.Waiters.Count) is not { } longest || longest.Waiters.Count <= own.Waiters.Count + 1)
        {
            return false;
        }

        var last = longest.Waiters[^1];
        Dequeue(longest, last);
        last.SetResult(false);
        return true;
    }

    private void Dequeue(CredentialPermits own, TaskCompletionSource<bool> waiter)
    {
        own.Waiters.Remove(waiter);
        if (own.Waiters.Count == 0)
        {
            _turns.Remove(own);
        }

        _waiting--;
    }

    // Runs after one permit became free, so at most one waiter gets a permit.
    private void GrantNext()
    {
        if (_turns.Find(own => own.Taken < permitsOfOne) is not { } next)
        {
            return;
        }

        var waiter = next.Waiters[0];
        Dequeue(next, waiter);
        if (_turns.Remove(next))
        {
            _turns.Add(next);
        }

        Take(next);
        waiter.SetResult(true);
    }
}
