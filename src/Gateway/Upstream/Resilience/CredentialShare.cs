namespace Gateway.Upstream.Resilience;

/// <summary>What one credential has out and waiting; changed under the lock of its <see cref="FairConcurrencyLimiter"/> alone.</summary>
internal sealed class CredentialShare
{
    public CredentialShare(CredentialFingerprint credential)
    {
        Credential = credential;
        Turn = new LinkedListNode<CredentialShare>(this);
    }

    public CredentialFingerprint Credential { get; }

    public int Out { get; set; }

    /// <summary>The one that came first is the first to get a place.</summary>
    public LinkedList<Waiter> Waiters { get; } = new();

    public LinkedListNode<CredentialShare> Turn { get; }
}

/// <summary>One call that waits for a place: true when it gets one, false when it has to make room for another.</summary>
internal sealed class Waiter : TaskCompletionSource<bool>
{
    public Waiter(CredentialShare share)
        : base(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        Share = share;
        Position = new LinkedListNode<Waiter>(this);
    }

    public CredentialShare Share { get; }

    public LinkedListNode<Waiter> Position { get; }
}
