using Gateway.Sandbox.Calls;
using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Sandbox.Faults;

/// <summary>Delays responses until their time is over, they are released, the caller disconnects or the sandbox stops.</summary>
internal sealed class SlowGate(SandboxOptions options, IHostApplicationLifetime lifetime)
{
    private TaskCompletionSource _released = NewSignal();

    /// <summary>Completes with the next release.</summary>
    public Task Released => Volatile.Read(ref _released).Task;

    /// <exception cref="OperationCanceledException">The caller disconnected, or the sandbox stops.</exception>
    public async Task WaitAsync(HttpContext context, TimeSpan atMost)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        await context.Features.GetRequiredFeature<CallInProgress>().Released
            .WaitAsync(atMost, options.Time, ended.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ended.Token.ThrowIfCancellationRequested();
    }

    public void Release() => Interlocked.Exchange(ref _released, NewSignal()).SetResult();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
