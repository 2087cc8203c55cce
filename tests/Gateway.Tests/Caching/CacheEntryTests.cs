using Gateway.Caching;
using Gateway.Tests.Caching.Model;

namespace Gateway.Tests.Caching;

public sealed class CacheEntryTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Lifetime Hour = new(TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromHours(24));

    [Fact]
    public void A_turn_ends_freshness_without_jitter_and_is_awaited_without_a_refresh()
    {
        var entry = Entry(Hour with { Turn = new(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(15)) });
        var turn = Noon.AddMinutes(5);
        (entry.RefreshAt, entry.FreshUntil, entry.UpdatingUntil, entry.StaleUntil)
            .ShouldBe((turn, turn, turn.AddSeconds(30), turn.AddMinutes(15)));
    }

    [Fact]
    public void Before_a_later_turn_a_response_expires_as_usual_and_after_it_has_no_longer_than_the_turn_gives()
    {
        var entry = Entry(Hour with { Turn = new(TimeSpan.FromHours(3), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(15)) });
        entry.FreshUntil.ShouldBeInRange(Noon.AddMinutes(54), Noon.AddMinutes(66));
        entry.RefreshAt.ShouldBeInRange(entry.FreshUntil.AddMinutes(-12), entry.FreshUntil);
        (entry.UpdatingUntil, entry.StaleUntil).ShouldBe((Noon.AddHours(3).AddSeconds(30), Noon.AddHours(3).AddMinutes(15)));
    }

    [Fact]
    public void A_turn_that_was_during_the_call_leaves_nothing_fresh()
    {
        var entry = Entry(Hour with { Turn = new(TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(15)) });
        entry.IsFresh(Noon).ShouldBeFalse();
        entry.UpdatingUntil.ShouldBe(Noon.AddSeconds(29));
    }

    [Fact]
    public void A_turn_beyond_all_times_changes_nothing()
    {
        var entry = Entry(Hour with { Turn = new(TimeSpan.FromDays(300), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(15)) });
        (entry.UpdatingUntil - entry.FreshUntil, entry.StaleUntil - entry.FreshUntil).ShouldBe((TimeSpan.FromHours(6), TimeSpan.FromHours(24)));
    }

    private static CacheEntry Entry(Lifetime lifetime) => new(new TestResponse(1, 1, 1, Noon), Noon, lifetime, isOwn: true);
}
