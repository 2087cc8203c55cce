using System.Collections.Concurrent;
using Gateway.Sandbox.Calls;

namespace Trust.Tests.Attacks;

/// <summary>Sends requests at a constant rate, and counts what they get.</summary>
/// <param name="perSecond">The rate.</param>
/// <param name="beginning">After so many requests the attack is felt.</param>
/// <param name="what">What is sent, for the report.</param>
internal abstract class PacedAttack(int perSecond, int beginning, string what) : IAttack
{
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, int> _outcomes = new(StringComparer.Ordinal);
    private int _sent;

    public Task Started => _started.Task;

    public string Report => $"{_sent} {what}: {Outcomes.Text(_outcomes)}";

    protected int Sent => _sent;

    public virtual Task PrepareAsync(Target target) => Task.CompletedTask;

    public async Task RunAsync(Target target, CancellationToken cancellationToken)
    {
        using var client = GatewayProcess.NewClient(target.Http1);
        await Pace.KeepAsync(
            perSecond,
            async number =>
            {
                if (Interlocked.Increment(ref _sent) == beginning)
                {
                    _started.TrySetResult();
                }

                Outcomes.Add(_outcomes, await Query.AskAsync(client, TokenOf(number), QueryOf(number), cancellationToken));
            },
            cancellationToken);
    }

    public abstract IEnumerable<string> Faults(CallLog calls, TimeSpan elapsed);

    protected abstract string TokenOf(int number);

    protected abstract string QueryOf(int number);
}

/// <summary>One credential, which has made a call before the attack begins.</summary>
internal abstract class CredentialAttack(string token, int perSecond, int beginning, string what)
    : PacedAttack(perSecond, beginning, what)
{
    protected string Token => token;

    public override async Task PrepareAsync(Target target)
    {
        using var client = GatewayProcess.NewClient(target.Http1);
        await Query.AskAsync(client, token, Query.Spectrum(zone: 1, limit: 1), TestContext.Current.CancellationToken);
    }

    protected override string TokenOf(int number) => token;
}
