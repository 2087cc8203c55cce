namespace Gateway.Sandbox.Faults;

/// <summary>Holds slow answers back until their time is over, they are released, the caller leaves or the sandbox stops.</summary>
internal sealed class SlowGate(SandboxOptions options, IHostApplicationLifetime lifetime)
{
    private TaskCompletionSource released = NewSignal();

    public async Task WaitAsync(CancellationToken callerLeft)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(callerLeft, lifetime.ApplicationStopping);
        var signal = Volatile.Read(ref released).Task;
        var delay = Task.Delay(options.SlowAnswer, options.Time, ended.Token);
        await await Task.WhenAny(signal, delay);
        await ended.CancelAsync();
    }

    public void Release() => Interlocked.Exchange(ref released, NewSignal()).SetResult();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
