using Gateway.Upstream.Resilience;
using static Gateway.Tests.Upstream.Resilience.CallSchedulerTests;

namespace Gateway.Tests.Upstream.Resilience;

/// <summary>Known credentials and guests, and one API and another.</summary>
public sealed class GuestSchedulingTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_flood_of_guests_leaves_known_credentials_a_quarter_of_the_permits_and_then_what_becomes_free()
    {
        using var scheduler = new TestScheduler(permits: 64, queueLength: 64);
        var flood = Flood(scheduler, 1200);
        flood.Started().Count.ShouldBe(48);
        var known = Calls(40, i => scheduler.Known(10_000 + (i % 8)));
        known.Started().Count.ShouldBe(16);

        flood.Started().Take(24).ToList().ForEach(call => scheduler.Leave(call));
        (await Task.WhenAll(known)).ShouldAllBe(call => call.Rejection == null);
        flood.Started().Count.ShouldBe(48);
    }

    [Fact]
    public void A_flood_of_guests_leaves_known_credentials_a_quarter_of_the_rate_and_then_what_becomes_free()
    {
        using var scheduler = new TestScheduler(permits: 1000, queueLength: 1000, perSecond: 80);
        var flood = Flood(scheduler, 1000);
        scheduler.Pass(0.95 * Second);
        flood.Started().Count.ShouldBe(60);
        flood = Flood(scheduler, 1000);
        var known = Calls(60, i => scheduler.Known(10_000 + (i % 8)));
        known.Started().Count.ShouldBe(20);

        scheduler.Pass(0.95 * Second);
        known.Started().Count.ShouldBe(60);
        flood.Started().Count.ShouldBeInRange(10, 20);
    }

    [Fact]
    public void The_starts_of_guests_are_spread_but_for_an_eighth_of_a_second()
    {
        using var scheduler = new TestScheduler(permits: 1000, queueLength: 1000, perSecond: 160);
        var flood = Flood(scheduler, 1000);
        var starts = new List<int>();
        for (var i = 0; i < 9; i++)
        {
            starts.Add(flood.Started().Count);
            scheduler.Pass(Second / 10);
        }

        // The first twenty are what guests are sure of. Then there are twelve in a tenth of a second.
        starts[0].ShouldBe(20);
        starts.Zip(starts.Skip(1), (before, after) => after - before).Skip(1).ShouldAllBe(count => count >= 11 && count <= 13);
    }

    [Fact]
    public void A_known_credential_waits_for_no_whole_second_of_the_guests_starts()
    {
        using var scheduler = new TestScheduler(permits: 1000, queueLength: 1000, perSecond: 160);
        Flood(scheduler, 1000);
        scheduler.Pass(0.95 * Second);
        Flood(scheduler, 1000);
        var known = Calls(60, i => scheduler.Known(10_000 + (i % 8)));
        known.Started().Count.ShouldBe(40);

        scheduler.Pass(Second / 4);
        known.Started().Count.ShouldBe(60);
    }

    [Fact]
    public async Task Guests_are_sure_of_an_eighth_of_the_permits()
    {
        using var scheduler = new TestScheduler(permits: 16);
        var known = Calls(16, _ => scheduler.Known(1)).AllStarted();
        var (waiting, guests) = (Calls(8, _ => scheduler.Known(1)), Calls(8, i => scheduler.Guest(i)));

        scheduler.Leave(known[0]);
        scheduler.Leave(known[1]);
        scheduler.Leave(known[2]);
        var started = await Task.WhenAll(guests[0], guests[1], waiting[0]);
        started.ShouldAllBe(call => call.Rejection == null);
        guests[2..].Concat(waiting[1..]).ShouldAllBe(call => call.IsWaiting());

        scheduler.Leave(started[0]);
        (await guests[2]).Rejection.ShouldBeNull();
        waiting[1].IsWaiting().ShouldBeTrue();
    }

    [Fact]
    public async Task Guests_are_sure_of_an_eighth_of_the_rate()
    {
        using var scheduler = new TestScheduler(perSecond: 16);
        Calls(16, _ => scheduler.Known(1)).AllStarted();
        var (waiting, guests) = (Calls(32, _ => scheduler.Known(1)), Calls(8, i => scheduler.Guest(i)));
        scheduler.Time.Advance(Second);

        (await Task.WhenAll(guests)).Count(call => call.Rejection is null).ShouldBe(2);
        (await Task.WhenAll(waiting)).Count(call => call.Rejection is null).ShouldBe(14);
    }

    [Fact]
    public async Task Guests_are_sure_of_an_eighth_of_the_queue_and_known_credentials_of_the_rest()
    {
        using var scheduler = new TestScheduler(permits: 1, queueLength: 16);
        await scheduler.Guest(0);
        var guests = Calls(16, i => scheduler.Guest(1 + i));
        guests.ShouldAllBe(call => call.IsWaiting());
        var known = Calls(15, _ => scheduler.Known(100));

        (await Task.WhenAll(guests[2..])).ShouldAllBe(call => call.Rejection == Rejection.Concurrency);
        guests[..2].Concat(known[..14]).ShouldAllBe(call => call.IsWaiting());
        (await known[14]).Rejection.ShouldBe(Rejection.Concurrency);

        // Whose waiting calls they took are back when a guest comes; another one is beyond their eighth.
        using var full = new TestScheduler(permits: 1, queueLength: 16);
        await full.Known(0);
        var waiting = Calls(16, _ => full.Known(1));
        var late = Calls(3, i => full.Guest(10 + i));
        (await Task.WhenAll(waiting[14], waiting[15])).ShouldAllBe(call => call.Rejection == Rejection.Concurrency);
        late[..2].Concat(waiting[..14]).ShouldAllBe(call => call.IsWaiting());
        (await late[2]).Rejection.ShouldBe(Rejection.Concurrency);
    }

    [Fact]
    public async Task What_one_class_leaves_the_other_takes()
    {
        using var guests = new TestScheduler(permits: 64);
        Flood(guests, 64).Started().Count.ShouldBe(48);
        using var known = new TestScheduler(permits: 64);
        Calls(64, i => known.Known(i)).AllStarted();

        // A call ends, and the guest that waits has its permit.
        using var scheduler = new TestScheduler(permits: 8);
        var flood = Flood(scheduler, 16);
        scheduler.Leave(flood.Started()[0]);
        (await flood[6]).Rejection.ShouldBeNull();
    }

    [Fact]
    public async Task Guests_take_turns_by_address_and_then_by_credential()
    {
        using var scheduler = new TestScheduler(permits: 1);
        var first = await scheduler.Guest(0, address: 9);
        (int Credential, int Address)[] callers = [(1, 1), (2, 1), (2, 1), (3, 1), (4, 1), (5, 2), (5, 2), (6, 2), (7, 3)];
        var waiting = callers.Select(caller => scheduler.Guest(caller.Credential, caller.Address));

        (await OrderAsync(scheduler, first, [.. waiting])).ShouldBe([1, 5, 7, 2, 6, 3, 5, 4, 2]);
    }

    [Fact]
    public async Task A_guest_that_is_turned_away_keeps_its_turn_for_when_it_comes_again()
    {
        using var scheduler = new TestScheduler(permits: 1, queueLength: 4);
        var first = await scheduler.Guest(0);
        var flood = Calls(4, i => scheduler.Guest(100 + i));
        (await scheduler.Guest(1)).Rejection.ShouldBe(Rejection.Concurrency);
        (await scheduler.Guest(200)).Rejection.ShouldBe(Rejection.Concurrency);
        var fresh = Calls(4, i => scheduler.Guest(300 + i));
        (await Task.WhenAll(fresh)).ShouldAllBe(call => call.Rejection == Rejection.Concurrency);

        // The tokens of the flood are used once each, and its places in the queue are taken by new ones.
        for (var i = 0; i < 4; i++)
        {
            scheduler.Leave(first);
            first = await flood[i];
            scheduler.Guest(400 + i).IsWaiting().ShouldBeTrue();
        }

        var again = scheduler.Guest(1);
        again.IsWaiting().ShouldBeTrue();
        scheduler.Leave(first);
        (await again).Rejection.ShouldBeNull();
    }

    [Fact]
    public async Task The_address_with_most_in_a_full_queue_makes_room_for_another_one()
    {
        using var scheduler = new TestScheduler(permits: 1, queueLength: 8);
        await scheduler.Guest(0);
        var flood = Calls(8, i => scheduler.Guest(1 + i, address: 1));
        var others = Calls(4, i => scheduler.Guest(100 + i, address: 2));

        others.ShouldAllBe(call => call.IsWaiting());
        (await Task.WhenAll(flood[4..])).ShouldAllBe(call => call.Rejection == Rejection.Concurrency);
        (await scheduler.Guest(200, address: 2)).Rejection.ShouldBe(Rejection.Concurrency);
        scheduler.Guest(300, address: 3).IsWaiting().ShouldBeTrue();
    }

    [Fact]
    public async Task A_refresh_finds_a_permit_and_a_start_during_a_flood_of_guests()
    {
        using var scheduler = new TestScheduler(permits: 64);
        Flood(scheduler, 1200);
        var refreshes = await Task.WhenAll(Calls(16, _ => scheduler.Refresh(10_000)));
        refreshes.Count(call => call.Rejection is null).ShouldBe(8);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_flood_on_one_API_leaves_the_other_one_its_part_of_the_rate(bool isOfGuests)
    {
        using var scheduler = new TestScheduler(permits: 1000, queueLength: 1000, perSecond: 160, apis: 2);
        var flood = Calls(1000, i => scheduler.Enter(i, isGuest: isOfGuests, api: 0));
        scheduler.Pass(0.95 * Second);
        flood.Started().Count.ShouldBe(isOfGuests ? 120 : 140);

        // At once it has what the flood leaves, and within a second its half.
        var others = Calls(80, i => scheduler.Known(10_000 + i, api: 1));
        others.Started().Count.ShouldBe(isOfGuests ? 40 : 20);
        scheduler.Time.Advance(Second);
        (await Task.WhenAll(others)).ShouldAllBe(call => call.Rejection == null);
    }

    [Fact]
    public void Guests_of_an_API_are_sure_of_an_eighth_of_its_part_when_guests_flood_the_other_one()
    {
        using var scheduler = new TestScheduler(permits: 1000, perSecond: 160, apis: 2);
        Flood(scheduler, 1200);
        var guests = Calls(20, i => scheduler.Guest(10_000 + i, address: i, api: 1));
        guests.Started().Count.ShouldBe(10);
    }

    private static Task<ScheduledCall>[] Flood(TestScheduler scheduler, int count) => Calls(count, i => scheduler.Guest(i, address: i % 4));
}
