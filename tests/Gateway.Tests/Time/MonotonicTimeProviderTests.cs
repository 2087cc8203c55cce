using Gateway.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Time;

public sealed class MonotonicTimeProviderTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void Its_now_is_its_start_and_the_time_since_however_the_wall_clock_is_set()
    {
        var machine = new MachineClock(Start);
        var (time, wall) = (new MonotonicTimeProvider(machine), new WallClock(machine));

        machine.Advance(TimeSpan.FromSeconds(7));
        machine.Set(TimeSpan.FromHours(-2));
        machine.Advance(TimeSpan.FromSeconds(5));

        (time.GetUtcNow() - Start).ShouldBe(TimeSpan.FromSeconds(12));
        (wall.UtcNow - Start).ShouldBe(TimeSpan.FromSeconds(12) - TimeSpan.FromHours(2));
    }

    [Fact]
    public void Its_timers_and_timestamps_are_those_of_its_source()
    {
        var machine = new MachineClock(Start);
        var time = new MonotonicTimeProvider(machine);
        var (began, fired) = (time.GetTimestamp(), 0);
        using var timer = time.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan);

        machine.Advance(TimeSpan.FromSeconds(2.5));
        fired.ShouldBe(0);
        machine.Advance(TimeSpan.FromSeconds(0.5));

        (fired, time.GetElapsedTime(began)).ShouldBe((1, TimeSpan.FromSeconds(3)));
    }

    [Fact]
    public void It_is_what_measures_durations_unless_a_host_brings_its_own()
    {
        using var services = new ServiceCollection().AddTime().BuildServiceProvider();
        services.GetRequiredService<TimeProvider>().ShouldBeOfType<MonotonicTimeProvider>();

        var own = new FakeTimeProvider();
        using var others = new ServiceCollection().AddSingleton<TimeProvider>(own).AddTime().BuildServiceProvider();
        others.GetRequiredService<TimeProvider>().ShouldBeSameAs(own);
    }
}
