namespace Gateway.Upstream.Resilience;

/// <content>What guests may take: an eighth, and beyond it what leaves enough free for known credentials.</content>
internal sealed partial class ApiPermits
{
    /// <summary>Whether guests have less than their eighth. They go first then.</summary>
    public bool OwesGuests =>
        _takenByGuests < Math.Max(1, options.MaxConcurrentCalls / 8)
        && (startsPerSecond == 0 || _startedByGuests < Math.Max(1, startsPerSecond / 8));

    /// <summary>
    /// How many eighths a call leaves free, of the permits and of the rate. A known credential finds something free during a flood of
    /// guests, and so does a refresh, which doesn't wait.
    /// </summary>
    public int EighthsLeftBy(ScheduledCall call) => call switch
    {
        { IsGuest: true, IsRefresh: false } when OwesGuests => 0,
        { IsGuest: true } => 2,
        { IsRefresh: true } => 1,
        _ => 0,
    };
}
