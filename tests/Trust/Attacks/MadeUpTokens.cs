using System.Collections.Concurrent;
using Gateway.Sandbox;
using Gateway.Sandbox.Calls;

namespace Trust.Tests.Attacks;

/// <summary>
/// 300 requests a second, half of them to each API, each with a token that was made up for it and that Cloudflare refuses.
/// </summary>
internal sealed class MadeUpTokens : IAttack
{
    public const int PerSecond = 300;

    /// <summary>So many that the attack is felt: in the first second.</summary>
    private const int Beginning = 150;

    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, int> _outcomes = new(StringComparer.Ordinal);
    private int _sent;

    public Task Started => _started.Task;

    public string Report => $"{_sent} made-up tokens: {Outcomes.Text(_outcomes)}";

    public async Task RunAsync(Target target, CancellationToken cancellationToken)
    {
        using var client = GatewayProcess.NewClient(target.Http1);
        await Pace.KeepAsync(
            PerSecond,
            async number =>
            {
                if (Interlocked.Increment(ref _sent) == Beginning)
                {
                    _started.TrySetResult();
                }

                var query = number % 2 == 0 ? Query.Spectrum(zone: 1000, limit: 10) : Query.Radar("made-up");
                Outcomes.Add(_outcomes, await Query.AskAsync(client, Token(number), query, cancellationToken));
            },
            cancellationToken);
    }

    public IEnumerable<string> Faults(CallLog calls, TimeSpan elapsed) =>
        from number in Enumerable.Range(0, _sent)
        let count = calls.Count(SandboxEndpoint.Bytime, Token(number)) + calls.Count(SandboxEndpoint.CtTimeseries, Token(number))
        where count > 1
        select $"A made-up token caused {count} calls.";

    private static string Token(int number) => $"{SandboxCredentials.Invalid}.{number}";
}
