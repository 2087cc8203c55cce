using Gateway.Upstream;
using Gateway.Upstream.Resilience;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Upstream.Resilience;

/// <summary>
/// A replica starts again under a flood of 1,200 made-up tokens a second, each used once. It knows nobody, so 32 honest clients are guests
/// until their first 2xx. They ask again a second after they are turned away.
/// </summary>
public sealed class RestartSimulationTests
{
    private const int MadeUpPerSecond = 1200;
    private const int Clients = 32;
    private const int FloodAddresses = 4;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan CallTime = TimeSpan.FromMilliseconds(100);

    [Fact]
    public void Clients_of_other_addresses_are_back_within_five_seconds()
    {
        var back = Run(TimeSpan.FromSeconds(5), client => FloodAddresses + client);
        back.Count.ShouldBe(Clients);
    }

    [Fact]
    public void Clients_of_the_floods_own_address_have_the_chances_of_its_tokens()
    {
        var back = Run(TimeSpan.FromSeconds(60), _ => 0);
        back.Count.ShouldBe(Clients);
    }

    /// <summary>Runs until all clients are back, or the time is over.</summary>
    /// <returns>When each client was back.</returns>
    private static List<TimeSpan> Run(TimeSpan atMost, Func<int, int> addressOf)
    {
        var time = new FakeTimeProvider(TestClient.Now);
        var options = new CloudflareOptions();
        using var scheduler = new CallScheduler(options, apis: 2, time);
        var random = new Random(1);
        var calls = new List<Asked>();
        var next = Enumerable.Range(0, Clients).Select(_ => random.NextDouble() * TimeSpan.FromSeconds(1)).ToArray();
        var back = new List<TimeSpan>();
        var (made, answered) = (0, 0);
        for (var now = TimeSpan.Zero; now < atMost && back.Count < Clients; now += Tick)
        {
            var arrivals = Enumerable.Range(0, (int)((now + Tick).TotalSeconds * MadeUpPerSecond) - made).Select(_ => -1)
                .Concat(Enumerable.Range(0, Clients).Where(client => next[client] <= now))
                .ToArray();
            random.Shuffle(arrivals);
            foreach (var client in arrivals)
            {
                made += client < 0 ? 1 : 0;
                if (client >= 0)
                {
                    next[client] = TimeSpan.MaxValue;
                }

                var address = client < 0 ? made % FloodAddresses : addressOf(client);
                var caller = new Caller(Credential.Bearer("any"), TestScheduler.Fingerprint(client < 0 ? 1000 + made : client))
                {
                    Address = new ClientAddress((UInt128)address),
                };
                calls.Add(new(client, scheduler.EnterAsync(
                    scheduler.Apis[0], caller, isGuest: true, CallPurpose.Request, options.QueueTimeout, CancellationToken.None).AsTask()));
            }

            Settle();
            foreach (var call in calls.Where(static call => call.Entering.IsCompleted).ToArray())
            {
                if (call.Entering.Result.Rejection is not null)
                {
                    calls.Remove(call);
                    if (call.Client >= 0)
                    {
                        next[call.Client] = now + TimeSpan.FromSeconds(1);
                    }
                }
                else if ((call.EndsAt ??= now + CallTime) <= now)
                {
                    calls.Remove(call);
                    scheduler.Leave(call.Entering.Result, isSent: true);
                    answered++;
                    if (call.Client >= 0)
                    {
                        back.Add(now);
                    }
                }
            }

            time.Advance(Tick);
            Settle();
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{back.Count} of {Clients} back: half after {(back.Count > Clients / 2 ? back[Clients / 2] : null)}, the last after {back.LastOrDefault()}; {made} made up, {answered} answered");
        return back;

        // Callers hear of starts and rejections on other threads; ten seconds are only a limit to detect one that never does.
        void Settle() => SpinWait.SpinUntil(
            () => calls.Count(static call => !call.Entering.IsCompleted) == scheduler.Apis[0].Waiting, TimeSpan.FromSeconds(10)).ShouldBeTrue();
    }

    private sealed class Asked(int client, Task<ScheduledCall> entering)
    {
        /// <summary>The honest client; -1 for a made-up token.</summary>
        public int Client => client;

        public Task<ScheduledCall> Entering => entering;

        public TimeSpan? EndsAt { get; set; }
    }
}
