using System.Diagnostics;
using Gateway.Sandbox;

namespace Trust.Tests.Attacks;

/// <summary>Each attack alone and all of them together, while honest callers ask.</summary>
public sealed class AttackTests : IAsyncLifetime
{
    /// <summary>The hard limit of the gateway's heap. An attack that is not bounded ends the process, and not the machine.</summary>
    public const long HeapBytes = 384 << 20;

    /// <summary>The most memory of the process: the heap, and what the runtime needs beside it.</summary>
    private const long MaxPeakBytes = HeapBytes + (64 << 20);

    private const int MaxErrors = 3;

    private SandboxHost _sandbox = null!;

    public static TheoryData<string> Names => [.. AttackNames.All];

    public async ValueTask InitializeAsync() => _sandbox = await SandboxServer.StartAsync(
        new SandboxOptions { Canaries = true, RateLimit = 0 }, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Honest_callers_feel_nothing_of(string attack)
    {
        var attacks = AttackNames.Create(attack);
        await using var gateway = await GatewayProcess.StartAsync(_sandbox.BaseUrl, HeapBytes);
        using var honest = new HonestCallers(gateway.Http1);
        var watch = Stopwatch.StartNew();
        await honest.WarmUpAsync();
        var before = gateway.PeakBytes;

        using (var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken))
        {
            var target = new Target(gateway.Http1, gateway.Http2);
            foreach (var one in attacks)
            {
                await one.PrepareAsync(target);
            }

            var running = attacks.Select(one => one.RunAsync(target, end.Token)).ToArray();
            await Task.WhenAll(attacks.Select(one => one.Started)).WaitAsync(TimeSpan.FromMinutes(1), end.Token);
            await honest.AskAsync(Settings.Seconds);
            await end.CancelAsync();
            await Task.WhenAll(running);
        }

        var peak = gateway.PeakBytes;
        Settings.Print(honest.Report);
        Array.ForEach(attacks, one => Settings.Print(one.Report));
        Settings.Print($"peak memory: {before >> 20} MiB before, {peak >> 20} MiB at the end");
        List<string> faults = [.. honest.Faults(_sandbox.Calls, watch.Elapsed)];
        faults.AddRange(attacks.SelectMany(one => one.Faults(_sandbox.Calls, watch.Elapsed)));
        if (!gateway.IsAlive)
        {
            faults.Add($"The gateway has ended:\n{gateway.LastOutput}");
        }

        // An error in the log means a bug, and no attack may cause one.
        faults.AddRange(gateway.Errors.Take(MaxErrors));

        if (peak > MaxPeakBytes)
        {
            faults.Add($"The gateway has had {peak >> 20} MiB of memory; {MaxPeakBytes >> 20} are the most.");
        }

        string.Join('\n', faults).ShouldBeEmpty();
    }
}

/// <summary>The attacks by name.</summary>
internal static class AttackNames
{
    private const string AllAtOnce = "all at once";

    private static readonly (string Name, Func<IAttack> Create)[] Attacks =
    [
        ("made-up tokens", () => new MadeUpTokens()),
        ("answers that are never read", () => new UnreadAnswers()),
        ("a failing zone", () => new FailingZone()),
        ("a rate-limited credential", () => new RateLimitedCredential()),
    ];

    public static IEnumerable<string> All => [.. Attacks.Select(attack => attack.Name), AllAtOnce];

    public static IAttack[] Create(string name) =>
        [.. Attacks.Where(attack => name == AllAtOnce || attack.Name == name).Select(attack => attack.Create())];
}
