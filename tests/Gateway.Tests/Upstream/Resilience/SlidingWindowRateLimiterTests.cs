using Gateway.Upstream.Resilience;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Upstream.Resilience;

public sealed class SlidingWindowRateLimiterTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _time = new(TestClient.Now);

    [Fact]
    public void As_many_as_may_leave_within_a_second_leave_at_once_and_the_next_ones_in_their_turn()
    {
        var rate = new SlidingWindowRateLimiter(2, _time);
        Waits(rate, 3).ShouldBe([0, 0, 1000]);

        _time.Advance(Second / 4);
        Waits(rate, 2).ShouldBe([750, 1750]);
    }

    [Fact]
    public void No_second_wherever_it_begins_sees_more_than_its_number()
    {
        const int Most = 15;
        var rate = new SlidingWindowRateLimiter(Most, _time);
        var random = new Random(7);
        var departures = new List<DateTimeOffset>();
        for (var i = 0; i < 5000; i++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(random.Next(120)));
            if (rate.TryAcquire(Second, out var wait))
            {
                departures.Add(_time.GetUtcNow() + wait);
            }
        }

        // A sixteenth one is a second after the first or later; and nearly as many leave as may.
        departures.Zip(departures.Skip(Most), (first, beyond) => beyond - first).Min().ShouldBeGreaterThanOrEqualTo(Second);
        var length = (departures[^1] - departures[0]).TotalSeconds;
        departures.Count.ShouldBeGreaterThan((int)(0.95 * Most * length));
    }

    [Fact]
    public void Who_would_have_to_wait_too_long_takes_nobodys_turn()
    {
        var rate = new SlidingWindowRateLimiter(1, _time);
        Waits(rate, 1).ShouldBe([0]);
        for (var i = 0; i < 100; i++)
        {
            rate.TryAcquire(Second - TimeSpan.FromTicks(1), out _).ShouldBeFalse();
        }

        Waits(rate, 1).ShouldBe([1000]);
    }

    [Fact]
    public void Zero_lifts_the_bound() => Waits(new SlidingWindowRateLimiter(0, _time), 100_000).ShouldAllBe(wait => wait == 0);

    private static List<double> Waits(SlidingWindowRateLimiter rate, int count) => [.. Enumerable.Range(0, count).Select(_ =>
    {
        rate.TryAcquire(TimeSpan.FromMinutes(1), out var wait).ShouldBeTrue();
        return wait.TotalMilliseconds;
    })];
}
