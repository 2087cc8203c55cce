namespace Gateway.GraphQL.Execution;

/// <summary>
/// The cancellation of one execution, by the client or by the timeout. Neither is observed before the first wait, because most operations
/// run synchronously.
/// </summary>
internal sealed class OperationLifetime(TimeSpan timeout, CancellationToken requestAborted) : IDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private CancellationTokenRegistration _aborted;

    public CancellationToken Ended => _ended.Token;

    /// <summary>Whether the execution timed out, as opposed to a client that disconnected.</summary>
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
