using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Time;

/// <summary>A machine's clock. Setting the wall clock does not affect the monotonic clock.</summary>
internal sealed class MachineClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private TimeSpan _set;

    /// <summary>Sets the wall clock forward, or back by a negative span.</summary>
    public void Set(TimeSpan by) => _set += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _set;

    public override long GetTimestamp() => base.GetUtcNow().Ticks;
}
