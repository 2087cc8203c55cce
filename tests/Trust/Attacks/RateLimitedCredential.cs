using System.Collections.Concurrent;
using Gateway.Sandbox;
using Gateway.Sandbox.Calls;

namespace Trust.Tests.Attacks;

/// <summary>
/// One credential asks on 100 times a second, each time something new and half of it of each API, after Cloudflare told it by a 429 to
/// wait for five minutes.
/// </summary>
internal sealed class RateLimitedCredential : IAttack
{
    public const int PerSecond = 100;

    private const string Token = SandboxCredentials.RateLimited + ".one";

    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, int> _outcomes = new(StringComparer.Ordinal);
    private int _sent;

    public Task Started => _started.Task;

    public string Report => $"{_sent} requests after a 429: {Outcomes.Text(_outcomes)}";

    /// <summary>Gets the 429: what is in flight beside that call could not know better.</summary>
    public async Task PrepareAsync(Target target)
    {
        using var client = GatewayProcess.NewClient(target.Http1);
        await Query.AskAsync(client, Token, Query.Spectrum(zone: 1, limit: 1), TestContext.Current.CancellationToken);
    }

    public async Task RunAsync(Target target, CancellationToken cancellationToken)
    {
        using var client = GatewayProcess.NewClient(target.Http1);
        _started.TrySetResult();
        await Pace.KeepAsync(
            PerSecond,
            async number =>
            {
                Interlocked.Increment(ref _sent);
                var query = number % 2 == 0 ? Query.Spectrum(zone: 1, limit: 2 + number) : Query.Radar($"limited-{number}");
                Outcomes.Add(_outcomes, await Query.AskAsync(client, Token, query, cancellationToken));
            },
            cancellationToken);
    }

    public IEnumerable<string> Faults(CallLog calls, TimeSpan elapsed)
    {
        var own = calls.Count(SandboxEndpoint.Bytime, Token) + calls.Count(SandboxEndpoint.CtTimeseries, Token);
        if (own > 1)
        {
            yield return $"A credential that has to wait caused {own} calls.";
        }
    }
}
