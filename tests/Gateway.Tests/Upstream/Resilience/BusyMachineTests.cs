using Gateway.Upstream;
using Gateway.Upstream.Resilience;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Upstream.Resilience;

/// <summary>On a busy machine, time passes between one reading of the clock and the next.</summary>
public sealed class BusyMachineTests
{
    [Fact]
    public async Task A_start_that_becomes_due_while_the_timer_is_set_is_not_lost()
    {
        var clock = new PassingTime();
        var options = new CloudflareOptions { MaxCallsPerSecond = 1 };
        using var scheduler = new CallScheduler(options, apis: 1, clock);
        (await EnterAsync()).Rejection.ShouldBeNull();

        clock.PassesAtEachReading = TimeSpan.FromMilliseconds(1100);
        var second = EnterAsync();
        clock.PassesAtEachReading = TimeSpan.Zero;
        clock.Advance(TimeSpan.FromSeconds(1));
        (await second).Rejection.ShouldBeNull();

        Task<ScheduledCall> EnterAsync() => scheduler.EnterAsync(
            scheduler.Apis[0],
            new Caller(Credential.Bearer("any"), TestScheduler.Fingerprint(1)),
            isGuest: false,
            CallPurpose.Request,
            TimeSpan.FromMinutes(1),
            TestContext.Current.CancellationToken).AsTask();
    }

    private sealed class PassingTime : FakeTimeProvider
    {
        public TimeSpan PassesAtEachReading { get; set; }

        public override long GetTimestamp()
        {
            var now = base.GetTimestamp();
            if (PassesAtEachReading > TimeSpan.Zero)
            {
                Advance(PassesAtEachReading);
            }

            return now;
        }
    }
}
