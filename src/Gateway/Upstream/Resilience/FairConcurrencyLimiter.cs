using System.Runtime.InteropServices;

namespace Gateway.Upstream.Resilience;

/// <summary>
/// The permits of calls to one API, and the short queue for them. Credentials take turns in the queue, and none has more than its part of
/// the permits, so that one caller's load stays that caller's. Of a credential with no call nothing is kept.
/// </summary>
/// <param name="permits">Calls that may be under way.</param>
/// <param name="permitsOfOne">Of these, how many one credential may have.</param>
/// <param name="queueLength">Calls that may wait.</param>
/// <param name="time">What the waiting is measured with.</param>
internal sealed class FairConcurrencyLimiter(int permits, int permitsOfOne, int queueLength, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<CredentialFingerprint, CredentialPermits> _credentials = [];

    // Who has waiters, the next to get a permit first. Either no permit is free or each of these has all that it may have.
    private readonly List<CredentialPermits> _turns = [];
    private int _taken;
    private int _waiting;

    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Credentials that something is kept of.</summary>
    public int Credentials => _credentials.Count;

    /// <summary>Gets a call a permit, perhaps after some waiting; what has got one goes to <see cref="Leave"/>.</summary>
    /// <returns>Null where there is no permit, or the caller has left.</returns>
    public async ValueTask<CredentialPermits?> EnterAsync(
        CredentialFingerprint credential, CallPurpose purpose, TimeSpan longestWait, CancellationToken cancellationToken)
    {
        CredentialPermits own;
        TaskCompletionSource<bool> waiter;
        lock (_gate)
        {
            own = CollectionsMarshal.GetValueRefOrAddDefault(_credentials, credential, out _) ??= new CredentialPermits(credential);

            // Users go before refreshes: the last quarter of the permits is theirs alone.
            if (own.Taken < permitsOfOne && _taken < (purpose == CallPurpose.Refresh ? permits - ((permits + 3) / 4) : permits))
            {
                Take(own);
                return own;
            }

            // Nobody waits for a refresh, so that it need not wait either.
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

    /// <summary>Gives a permit back, which goes to the next one that waits.</summary>
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
    /// Whether one more may wait. A full queue makes room for a credential that has less in it than another, whose last waiter goes.
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

    // One permit has become free, so that one waiter at most can have one.
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
