namespace Gateway.GraphQL.Execution;

/// <summary>
/// The cancellation of one run: by the client, or when its time is up. Neither is watched before something has to be waited for, since most
/// operations are answered at once.
/// </summary>
internal sealed class OperationLifetime(TimeSpan timeout, CancellationToken requestAborted) : IDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private CancellationTokenRegistration _aborted;

    public CancellationToken Ended => _ended.Token;

    /// <summary>Whether the time is up, as opposed to the client gone.</summary>
    public bool IsOver => _ended.IsCancellationRequested && !requestAborted.IsCancellationRequested;

    /// <summary>Called once, before the first wait.</summary>
    public void Watch()
    {
        _aborted = requestAborted.UnsafeRegister(static ended => ((CancellationTokenSource)ended!).Cancel(), _ended);
        _ended.CancelAfter(timeout);
    }

    public void Dispose()
    {
        _aborted.Dispose();
        _ended.Dispose();
    }
}
