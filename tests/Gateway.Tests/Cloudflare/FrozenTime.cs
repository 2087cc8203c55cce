namespace Gateway.Tests.Cloudflare;

/// <summary>A clock that shows one moment; its timers run on real time.</summary>
internal sealed class FrozenTime(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
