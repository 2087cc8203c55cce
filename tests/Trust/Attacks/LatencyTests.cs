using System.Globalization;
using Gateway.Sandbox;

namespace Trust.Tests.Attacks;

/// <summary>
/// By hand: how long honest callers wait without an attack, under each one, and in a control run in which the same attack goes to a stub.
/// What the gateway itself adds is the difference between the last two.
/// </summary>
public sealed class LatencyTests
{
    private const int WarmUpSeconds = 3;

    [Fact(Explicit = true)]
    public async Task Latency_of_honest_callers_under_each_attack()
    {
        List<string> table =
        [
            $"ms, p50 / p99 of {Settings.Seconds} s",
            "| attack | answer | none | to a stub | to the gateway | errors |",
            "|---|---|--:|--:|--:|--:|",
        ];
        // The first run compiles the code of the tests and the sandbox, and counts for nothing.
        await MeasureAsync([], isControl: false);
        var quiet = await MeasureAsync([], isControl: false);
        foreach (var name in AttackNames.All)
        {
            var control = await MeasureAsync(AttackNames.Create(name), isControl: true);
            var attacked = await MeasureAsync(AttackNames.Create(name), isControl: false);
            foreach (var isNew in (bool[])[false, true])
            {
                table.Add($"| {name} | {(isNew ? "new" : "cached")} | {Text(quiet.Of(isNew))} | {Text(control.Of(isNew))} | "
                    + $"{Text(attacked.Of(isNew))} | {attacked.Errors} |");
            }
        }

        table.ForEach(Settings.Print);
    }

    private static async Task<(Func<bool, TimeSpan[]> Of, int Errors)> MeasureAsync(IAttack[] attacks, bool isControl)
    {
        await using var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { Canaries = true, RateLimit = 0 }, TestContext.Current.CancellationToken);
        await using var gateway = await GatewayProcess.StartAsync(sandbox.BaseUrl, AttackTests.HeapBytes);
        await using var stub = await Stub.StartAsync();
        using var honest = new HonestCallers(gateway.Http1);
        await honest.WarmUpAsync();
        await honest.AskAsync(WarmUpSeconds);
        honest.Forget();

        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var target = isControl ? stub.Target : new Target(gateway.Http1, gateway.Http2);
        foreach (var attack in attacks)
        {
            await attack.PrepareAsync(target);
        }

        var running = attacks.Select(attack => attack.RunAsync(target, end.Token)).ToArray();
        await Task.WhenAll(attacks.Select(attack => attack.Started)).WaitAsync(TimeSpan.FromMinutes(1), end.Token);
        await honest.AskAsync(Settings.Seconds);
        await end.CancelAsync();
        await Task.WhenAll(running);
        var (old, recent) = (honest.Latencies(ofNew: false), honest.Latencies(ofNew: true));
        return (isNew => isNew ? recent : old, honest.Errors);
    }

    private static string Text(TimeSpan[] latencies) => $"{Percentile(latencies, 50)} / {Percentile(latencies, 99)}";

    private static string Percentile(TimeSpan[] latencies, int percent) =>
        latencies[latencies.Length * percent / 100].TotalMilliseconds.ToString("F1", CultureInfo.InvariantCulture);
}
