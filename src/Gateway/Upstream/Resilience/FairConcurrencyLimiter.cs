namespace Gateway.Upstream.Resilience;

/// <summary>
/// The places of calls to one API that are out, and the short queue for them. Credentials take turns in the queue, and none has more
/// than its part of the places, so that one caller's load stays that caller's. Of a credential with no call nothing is kept.
/// </summary>
/// <param name="places">Calls that may be out.</param>
/// <param name="placesOfOne">Of these, how many one credential may have.</param>
/// <param name="queueLength">Calls that may wait.</param>
/// <param name="time">What the waiting is measured with.</param>
internal sealed class FairConcurrencyLimiter(int places, int placesOfOne, int queueLength, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<CredentialFingerprint, CredentialShare> _shares = [];

    // The shares that have waiters, the next one to get a place first. Either no place is free or each of these has all that it may have.
    private readonly LinkedList<CredentialShare> _turns = new();
    private int _out;
    private int _waiting;

    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Credentials that something is kept of.</summary>
    public int Credentials
    {
        get
        {
            lock (_gate)
            {
                return _shares.Count;
            }
        }
    }

    /// <summary>Gets a call a place, perhaps after some waiting; what has got one goes to <see cref="Leave"/>.</summary>
    /// <returns>Null where there is no place, or the caller has left.</returns>
    public async ValueTask<CredentialShare?> EnterAsync(
        CredentialFingerprint credential, CallPurpose purpose, TimeSpan longestWait, CancellationToken cancellationToken)
    {
        Waiter waiter;
        lock (_gate)
        {
            var share = ShareOf(credential);
            if (HasPlace(share, purpose))
            {
                Take(share);
                return share;
            }

            // Nobody waits for a refresh, so that it need not wait either.
            if (purpose == CallPurpose.Refresh || !MakeRoom(share))
            {
                Forget(share);
                return null;
            }

            waiter = Enqueue(share);
        }

        await ((Task)waiter.Task.WaitAsync(longestWait, time, cancellationToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return Settle(waiter, cancellationToken) ? waiter.Share : null;
    }

    /// <summary>Gives a place back, which goes to the next one that waits.</summary>
    public void Leave(CredentialShare share)
    {
        lock (_gate)
        {
            _out--;
            share.Out--;
            GrantNext();
            Forget(share);
        }
    }

    private CredentialShare ShareOf(CredentialFingerprint credential)
    {
        if (!_shares.TryGetValue(credential, out var share))
        {
            share = new CredentialShare(credential);
            _shares.Add(credential, share);
        }

        return share;
    }

    // Users go before refreshes: the last quarter of the places is theirs alone.
    private bool HasPlace(CredentialShare share, CallPurpose purpose) =>
        share.Out < placesOfOne && _out < (purpose == CallPurpose.Refresh ? places - ((places + 3) / 4) : places);

    private void Take(CredentialShare share)
    {
        _out++;
        share.Out++;
    }

    private void Forget(CredentialShare share)
    {
        if (share is { Out: 0, Waiters.Count: 0 })
        {
            _shares.Remove(share.Credential);
        }
    }

    /// <summary>
    /// Whether one more may wait. A full queue makes room for a credential that has less in it than another, whose last waiter goes.
    /// </summary>
    private bool MakeRoom(CredentialShare share)
    {
        if (_waiting < queueLength)
        {
            return true;
        }

        var longest = share;
        for (var turn = _turns.First; turn is not null; turn = turn.Next)
        {
            longest = turn.Value.Waiters.Count > longest.Waiters.Count ? turn.Value : longest;
        }

        if (longest.Waiters.Count <= share.Waiters.Count + 1)
        {
            return false;
        }

        var last = longest.Waiters.Last!.Value;
        Dequeue(last);
        last.SetResult(false);
        return true;
    }

    private Waiter Enqueue(CredentialShare share)
    {
        var waiter = new Waiter(share);
        share.Waiters.AddLast(waiter.Position);
        if (share.Waiters.Count == 1)
        {
            _turns.AddLast(share.Turn);
        }

        _waiting++;
        return waiter;
    }

    private void Dequeue(Waiter waiter)
    {
        var share = waiter.Share;
        share.Waiters.Remove(waiter.Position);
        if (share.Waiters.Count == 0)
        {
            _turns.Remove(share.Turn);
        }

        _waiting--;
    }

    // One place has become free, so that one waiter at most can have one.
    private void GrantNext()
    {
        var turn = _turns.First;
        while (turn is not null && turn.Value.Out >= placesOfOne)
        {
            turn = turn.Next;
        }

        if (turn?.Value is not { } share)
        {
            return;
        }

        var waiter = share.Waiters.First!.Value;
        Dequeue(waiter);
        if (share.Waiters.Count > 0)
        {
            _turns.Remove(share.Turn);
            _turns.AddLast(share.Turn);
        }

        Take(share);
        waiter.SetResult(true);
    }

    /// <summary>Whether a waiter whose waiting is over has a place and somebody who wants it.</summary>
    private bool Settle(Waiter waiter, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!waiter.Task.IsCompleted)
            {
                Dequeue(waiter);
                Forget(waiter.Share);
                return false;
            }
        }

        var isAdmitted = waiter.Task.Result;
        if (isAdmitted && cancellationToken.IsCancellationRequested)
        {
            Leave(waiter.Share);
            return false;
        }

        return isAdmitted;
    }
}
