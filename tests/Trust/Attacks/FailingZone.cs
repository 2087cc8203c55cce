using System.Collections.Concurrent;
using Gateway.Sandbox;
using Gateway.Sandbox.Calls;

namespace Trust.Tests.Attacks;

/// <summary>
/// One credential asks 50 times a second, each time something new, for a zone for which Cloudflare answers 504 to it, and data to others.
/// It is a known one: from another zone it got data.
/// </summary>
internal sealed class FailingZone : IAttack
{
    public const int PerSecond = 50;

    private static readonly string Token = $"{SandboxCredentials.GatewayTimeout}.in-{0:x32}";

    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, int> _outcomes = new(StringComparer.Ordinal);
    private int _sent;

    public Task Started => _started.Task;

    public string Report => $"{_sent} requests for a failing zone: {Outcomes.Text(_outcomes)}";

    public async Task PrepareAsync(Target target)
    {
        using var client = GatewayProcess.NewClient(target.Http1);
        await Query.AskAsync(client, Token, Query.Spectrum(zone: 1, limit: 1), TestContext.Current.CancellationToken);
    }

    public async Task RunAsync(Target target, CancellationToken cancellationToken)
    {
        using var client = GatewayProcess.NewClient(target.Http1);
        await Pace.KeepAsync(
            PerSecond,
            async number =>
            {
                if (Interlocked.Increment(ref _sent) == PerSecond)
                {
                    _started.TrySetResult();
                }

                var query = Query.Spectrum(zone: 0, limit: 1 + number);
                Outcomes.Add(_outcomes, await Query.AskAsync(client, Token, query, cancellationToken));
            },
            cancellationToken);
    }

    /// <summary>Retries take at most a fifth of the endpoint's requests, or three in ten seconds.</summary>
    public IEnumerable<string> Faults(CallLog calls, TimeSpan elapsed)
    {
        var own = calls.Count(SandboxEndpoint.Bytime, Token);
        var retries = (0.2 * calls.Count(SandboxEndpoint.Bytime)) + (3 * (1 + (elapsed / TimeSpan.FromSeconds(10))));
        if (own > 1 + _sent + retries)
        {
            yield return $"{_sent} requests for a failing zone caused {own} calls.";
        }
    }
}
