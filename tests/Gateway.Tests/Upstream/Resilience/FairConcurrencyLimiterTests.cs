using Gateway.Upstream;
using Gateway.Upstream.Resilience;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Upstream.Resilience;

public sealed class FairConcurrencyLimiterTests
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _time = new(TestClient.Now);

    [Fact]
    public async Task As_many_get_in_as_there_are_places_and_as_many_wait_as_may()
    {
        var admission = Create(places: 4, placesOfOne: 4, queueLength: 2);
        var inside = await FillAsync(admission, 1, 4);
        var (first, second) = (Enter(admission, 1), Enter(admission, 1));
        (await Enter(admission, 1)).ShouldBeNull();

        admission.Leave(inside[0]);
        (await first).ShouldNotBeNull();
        (second.IsCompleted, admission.Waiting).ShouldBe((false, 1));
    }

    [Fact]
    public async Task A_credential_at_its_part_of_the_places_stops_no_other()
    {
        var admission = Create(places: 8, placesOfOne: 2, queueLength: 8);
        var mine = await FillAsync(admission, 1, 2);
        var waiting = Enumerable.Range(0, 8).Select(_ => Enter(admission, 1)).ToArray();

        var others = await FillAsync(admission, 2, 2);
        admission.Leave(others[0]);
        waiting.ShouldAllBe(mine => !mine.IsCompleted);
        admission.Leave(mine[0]);
        (await waiting[0]).ShouldNotBeNull();
    }

    [Fact]
    public async Task Those_who_wait_get_their_places_by_turns_whoever_has_more_waiting()
    {
        var admission = Create(places: 1, placesOfOne: 1, queueLength: 100);
        var place = (await Enter(admission, 9))!;
        var waiting = new[] { 1, 1, 1, 1, 1, 2, 2, 3 }.Select(credential => Enter(admission, credential)).ToList();

        var order = new List<UInt128>();
        while (waiting.Count > 0)
        {
            admission.Leave(place);
            var next = await Task.WhenAny(waiting);
            waiting.Remove(next);
            place = (await next)!;
            order.Add(place.Credential.Low);
        }

        order.ShouldBe([1, 2, 3, 1, 2, 1, 1, 1]);
    }

    [Fact]
    public async Task A_full_queue_makes_room_for_who_has_less_in_it()
    {
        var admission = Create(places: 1, placesOfOne: 1, queueLength: 4);
        await FillAsync(admission, 9, 1);
        var many = Enumerable.Range(0, 4).Select(_ => Enter(admission, 1)).ToArray();
        (await Enter(admission, 1)).ShouldBeNull();

        var (one, another) = (Enter(admission, 2), Enter(admission, 2));
        (await many[3]).ShouldBeNull();
        (await many[2]).ShouldBeNull();
        (await Enter(admission, 2)).ShouldBeNull();
        (one.IsCompleted, another.IsCompleted, many[0].IsCompleted, many[1].IsCompleted).ShouldBe((false, false, false, false));
        admission.Waiting.ShouldBe(4);
    }

    [Fact]
    public async Task Who_has_waited_long_enough_is_turned_away_and_holds_up_nobody()
    {
        var admission = Create(places: 1, placesOfOne: 1, queueLength: 4);
        var inside = await FillAsync(admission, 1, 1);
        var early = Enter(admission, 2);
        _time.Advance(LongestWait / 2);
        var late = Enter(admission, 3);

        _time.Advance(LongestWait / 2);
        (await early).ShouldBeNull();
        admission.Leave(inside[0]);
        (await late).ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_leaves_the_queue_gets_no_place()
    {
        var admission = Create(places: 1, placesOfOne: 1, queueLength: 4);
        var inside = await FillAsync(admission, 1, 1);
        using var caller = new CancellationTokenSource();
        var leaving = admission.EnterAsync(Fingerprint(2), CallPurpose.Request, LongestWait, caller.Token).AsTask();
        var staying = Enter(admission, 3);

        await caller.CancelAsync();
        (await leaving).ShouldBeNull();
        admission.Leave(inside[0]);
        (await staying).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_refresh_does_not_wait_and_leaves_the_last_quarter_to_those_who_do()
    {
        var admission = Create(places: 8, placesOfOne: 8, queueLength: 8);
        await FillAsync(admission, 1, 5);
        (await Enter(admission, 1, CallPurpose.Refresh)).ShouldNotBeNull();
        (await Enter(admission, 1, CallPurpose.Refresh)).ShouldBeNull();
        (await Enter(admission, 1)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Of_a_credential_that_has_nothing_out_nothing_is_kept()
    {
        var admission = Create(places: 4, placesOfOne: 1, queueLength: 2);
        using var caller = new CancellationTokenSource();
        for (var i = 0; i < 1000; i++)
        {
            // One gets in, one waits and leaves, one waits too long, and the queue is full for another.
            var inside = (await Enter(admission, i))!;
            var leaving = admission.EnterAsync(Fingerprint(i), CallPurpose.Request, LongestWait, caller.Token).AsTask();
            var waiting = Enter(admission, i);
            (await Enter(admission, i)).ShouldBeNull();
            (await Enter(admission, i, CallPurpose.Refresh)).ShouldBeNull();
            admission.Credentials.ShouldBe(1);
            _time.Advance(LongestWait);
            await Task.WhenAll(leaving, waiting);
            admission.Leave(inside);
        }

        (admission.Credentials, admission.Waiting).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Whatever_happens_at_the_same_time_no_place_is_lost_or_given_twice()
    {
        var admission = new FairConcurrencyLimiter(6, 2, 10, TimeProvider.System);
        var (most, now) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(worker => Task.Run(async () =>
        {
            var random = new Random(worker);
            for (var i = 0; i < 500; i++)
            {
                using var caller = random.Next(3) == 0 ? new CancellationTokenSource(TimeSpan.FromMilliseconds(1)) : new CancellationTokenSource();
                if (await admission.EnterAsync(Fingerprint(worker % 7), CallPurpose.Request, TimeSpan.FromMilliseconds(2), caller.Token) is { } share)
                {
                    InterlockedMax(ref most, Interlocked.Increment(ref now));
                    await Task.Yield();
                    Interlocked.Decrement(ref now);
                    admission.Leave(share);
                }
            }
        })));

        (most <= 6, admission.Credentials, admission.Waiting).ShouldBe((true, 0, 0));
        await FillAsync(admission, 1, 2);
        await FillAsync(admission, 2, 2);
        await FillAsync(admission, 3, 2);

        static void InterlockedMax(ref int most, int value)
        {
            for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
            {
                Interlocked.CompareExchange(ref most, value, seen);
            }
        }
    }

    private FairConcurrencyLimiter Create(int places, int placesOfOne, int queueLength) => new(places, placesOfOne, queueLength, _time);

    // Ten seconds of real time are only a limit to detect a call that never gets a permit.
    private static Task<CredentialPermits?> Enter(
        FairConcurrencyLimiter admission, int credential, CallPurpose purpose = CallPurpose.Request) => admission
        .EnterAsync(Fingerprint(credential), purpose, LongestWait, TestContext.Current.CancellationToken)
        .AsTask()
        .WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

    /// <summary>Takes this many permits, which must be free.</summary>
    private static async Task<CredentialPermits[]> FillAsync(FairConcurrencyLimiter admission, int credential, int count)
    {
        var entering = Enumerable.Range(0, count).Select(_ => Enter(admission, credential)).ToArray();
        entering.ShouldAllBe(entered => entered.IsCompleted);
        return [.. (await Task.WhenAll(entering)).Select(share => share.ShouldNotBeNull())];
    }

    private static CredentialFingerprint Fingerprint(int credential) => new(0, (UInt128)credential);
}
