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
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan CallTime = TimeSpan.FromMilliseconds(100);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(200)]
    public void Clients_of_other_addresses_than_the_floods_are_back_within_five_seconds(int addresses) =>
        Run(TimeSpan.FromSeconds(5), addresses, client => addresses + client).Count.ShouldBe(Clients);

    [Fact]
    public void Clients_of_the_floods_own_address_are_back_within_five_seconds() =>
        Run(TimeSpan.FromSeconds(5), 1, _ => 0).Count.ShouldBe(Clients);

    /// <summary>The tokens of such a flood keep their turns, as clients do. At other addresses this changes nothing.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    public void Clients_are_back_within_thirty_seconds_if_the_flood_uses_each_token_until_it_is_sent(int addresses) =>
        Run(TimeSpan.FromSeconds(30), addresses, client => addresses == 1 ? 0 : addresses + client, isStubborn: true).Count.ShouldBe(Clients);

    /// <summary>Runs until all clients are back, or the time is over.</summary>
    /// <returns>When each client was back.</returns>
    private static List<TimeSpan> Run(TimeSpan atMost, int addresses, Func<int, int> addressOf, bool isStubborn = false)
    {
        var time = new FakeTimeProvider(TestClient.Now);
        var options = new CloudflareOptions();
        using var scheduler = new CallScheduler(options, apis: 2, time);
        var random = new Random(1);
        var calls = new List<Asked>();
        var again = new PriorityQueue<int, TimeSpan>();
        var back = new List<TimeSpan>();
        var (asked, made) = (0, 0);
        foreach (var client in Enumerable.Range(0, Clients))
        {
            again.Enqueue(client, random.NextDouble() * TimeSpan.FromSeconds(1));
        }

        for (var now = TimeSpan.Zero; now < atMost && back.Count < Clients; now += Tick)
        {
            // Tokens that come again take the place of new ones.
            var arrivals = new List<int>();
            while (again.TryPeek(out var credential, out var due) && due <= now)
            {
                arrivals.Add(again.Dequeue());
                asked += credential < Clients ? 0 : 1;
            }

            for (; asked < (now + Tick).TotalSeconds * MadeUpPerSecond; asked++)
            {
                arrivals.Add(Clients + made++);
            }

            foreach (var credential in Shuffled(arrivals))
            {
                var address = credential < Clients ? addressOf(credential) : credential % addresses;
                var caller = new Caller(Credential.Bearer("any"), TestScheduler.Fingerprint(credential)) { Address = new((UInt128)address) };
                calls.Add(new(credential, scheduler.EnterAsync(
                    scheduler.Apis[0], caller, isGuest: true, CallPurpose.Request, options.QueueTimeout, CancellationToken.None).AsTask()));
            }

            Settle();
            foreach (var call in calls.Where(static call => call.Entering.IsCompleted).ToArray())
            {
                if (call.Entering.Result.Rejection is not null)
                {
                    calls.Remove(call);
                    if (isStubborn || call.Credential < Clients)
                    {
                        again.Enqueue(call.Credential, now + TimeSpan.FromSeconds(1));
                    }
                }
                else if ((call.EndsAt ??= now + CallTime) <= now)
                {
                    calls.Remove(call);
                    scheduler.Leave(call.Entering.Result, isSent: true);
                    if (call.Credential < Clients)
                    {
                        back.Add(now);
                    }
                }
            }

            time.Advance(Tick);
            Settle();
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{back.Count} of {Clients} back: half after {(back.Count > Clients / 2 ? back[Clients / 2] : null)}, the last after {back.LastOrDefault()}; {made} tokens");
        return back;

        int[] Shuffled(List<int> arrivals)
        {
            int[] shuffled = [.. arrivals];
            random.Shuffle(shuffled);
            return shuffled;
        }

        // Callers hear of starts and rejections on other threads; ten seconds are only a limit to detect one that never does.
        void Settle() => SpinWait.SpinUntil(
            () => calls.Count(static call => !call.Entering.IsCompleted) == scheduler.Apis[0].Waiting, TimeSpan.FromSeconds(10)).ShouldBeTrue();
    }

    private sealed class Asked(int credential, Task<ScheduledCall> entering)
    {
        /// <summary>An honest client, or a made-up token.</summary>
        public int Credential => credential;

        public Task<ScheduledCall> Entering => entering;

        public TimeSpan? EndsAt { get; set; }
    }
}
