using Gateway.Sandbox.Data;

namespace Gateway.Sandbox.Radar;

/// <summary>
/// The number of certificates in a bucket, after filters. Filters apply to each 15 minutes, so coarser buckets are sums of finer ones with
/// any filter.
/// </summary>
internal sealed class CertificateCounts(ulong seed)
{
    private const double PerMinute = 5_600;
    private const int GridMinutes = 15;

    private readonly CumulativeCount _entries = new(Hash.Of(seed, "certificates"), PerMinute);

    public long Between(DateTimeOffset start, DateTimeOffset end, ReadOnlySpan<Share> filters)
    {
        long sum = 0, last = end.ToUnixTimeSeconds() / 60;
        var minute = start.ToUnixTimeSeconds() / 60;
        for (var before = _entries.Before(minute); minute < last; minute += GridMinutes)
        {
            var after = _entries.Before(minute + GridMinutes);
            var count = after - before;
            foreach (var filter in filters)
                count = filter.Of(count);
            sum += count;
            before = after;
        }

        return sum;
    }
}
