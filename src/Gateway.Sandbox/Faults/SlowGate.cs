using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Sandbox.Faults;

/// <summary>What a call took with it when it came in: the signal that releases it.</summary>
internal sealed record SlowTicket(Task Released);

/// <summary>Holds answers back until their time is over, they are released, the caller leaves or the sandbox stops.</summary>
internal sealed class SlowGate(SandboxOptions options, IHostApplicationLifetime lifetime)
{
    private TaskCompletionSource released = NewSignal();

    /// <summary>Drawn before the call is counted, so that a release reaches every call that the log shows.</summary>
    public SlowTicket Draw() => new(Volatile.Read(ref released).Task);

    /// <exception cref="OperationCanceledException">The caller left, or the sandbox stops.</exception>
    public async Task WaitAsync(HttpContext context, TimeSpan atMost)
    {
        var ticket = context.Features.GetRequiredFeature<SlowTicket>();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        var delay = Task.Delay(atMost, options.Time, ended.Token);
        await await Task.WhenAny(ticket.Released, delay);
        await ended.CancelAsync();
    }

    public void Release() => Interlocked.Exchange(ref released, NewSignal()).SetResult();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
