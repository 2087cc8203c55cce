namespace Gateway.Upstream.Resilience;

/// <content>
/// <para>
/// The limit of calls a second. Each API is sure of its part. Beyond it, it leaves an eighth to the others, and the API with the fewest
/// starts goes first.
/// </para>
/// <para>
/// The starts of guests are spread over the second, but for an eighth of it (GCRA, ITU-T I.371). In one burst, all of them would become
/// free at one moment of each second, for which a known credential would have to wait.
/// </para>
/// </content>
internal sealed partial class CallScheduler
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    // Of all APIs in the last second, the oldest first.
    private readonly LinkedList<CallStart> _starts = new();

    // When the next guest would start if all were evenly spread, and the time between two of them.
    private readonly long _guestInterval;
    private long _guestDue;

    // A burst of guests may be that much ahead.
    private long GuestBurstDue => _guestDue - (_time.TimestampFrequency / 8);

    private bool IsWithinRate(ScheduledCall call)
    {
        var limit = _options.MaxCallsPerSecond;
        if (limit == 0)
        {
            return true;
        }

        var eighths = call.Api.EighthsLeftBy(call);
        var isSpread = eighths < 2 || _time.GetTimestamp() >= GuestBurstDue;
        return isSpread && limit - _starts.Count > Math.Max(eighths, call.Api.IsWithinPart ? 0 : 1) * (limit / 8);
    }

    private void ForgetOldStarts()
    {
        while (_starts.First is { } oldest && _time.GetElapsedTime(oldest.Value.At) >= Window)
        {
            Forget(oldest);
        }
    }

    private void Forget(LinkedListNode<CallStart> start)
    {
        _starts.Remove(start);
        start.Value.Call.Api.CountStart(start.Value.Call, -1);
    }
}
