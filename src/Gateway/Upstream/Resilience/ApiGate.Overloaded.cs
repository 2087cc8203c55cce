using Gateway.Time;

namespace Gateway.Upstream.Resilience;

/// <content>When the gateway is overloaded: how long a call waits, and what is told of its rejection.</content>
internal sealed partial class ApiGate
{
    private static readonly TimeSpan LogInterval = TimeSpan.FromSeconds(10);

    private readonly LogThrottle<(Rejection Reason, bool IsGuest)> _throttle = new(LogInterval, time);

    public Failure Overloaded(PendingCall call, Rejection reason) => Reject(call, reason, UpstreamFailures.Overloaded());

    private Failure Reject(PendingCall call, Rejection reason, Failure failure)
    {
        metrics.Rejected(api, reason, call.IsGuest);

        // The circuit has log lines of its own.
        if (reason != Rejection.Circuit && _throttle.TryPass((reason, call.IsGuest), out var suppressed))
        {
            ResilienceLog.Rejected(logger, api.Name, reason, ResilienceMetrics.ClassOf(call.IsGuest), suppressed);
        }

        return failure;
    }

    private TimeSpan LongestWait(PendingCall call) =>
        call.Remaining is var remaining && remaining < options.QueueTimeout
            ? TimeSpan.FromTicks(Math.Max(0, remaining.Ticks))
            : options.QueueTimeout;
}
