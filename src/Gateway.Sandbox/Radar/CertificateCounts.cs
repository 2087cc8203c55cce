using Gateway.Sandbox.Data;

namespace Gateway.Sandbox.Radar;

/// <summary>
/// The number of certificates in a bucket, after filters and by group. Filters apply to each 15 minutes, so coarser buckets are sums of
/// finer ones with any filter.
/// </summary>
internal sealed class CertificateCounts(ulong seed)
{
    private const double PerMinute = 5_600;
    private const int GridMinutes = 15;

    private readonly CumulativeCount _entries = new(Hash.Of(seed, "certificates"), PerMinute);

    /// <returns>The count of each group; one count without groups.</returns>
    public long[] Between(DateTimeOffset start, DateTimeOffset end, CertificateSteps steps)
    {
        var counts = new long[steps.Keys.Length];
        var last = end.ToUnixTimeSeconds() / 60;
        var minute = start.ToUnixTimeSeconds() / 60;
        for (var before = _entries.Before(minute); minute < last; minute += GridMinutes)
        {
            var after = _entries.Before(minute + GridMinutes);
            Divide(after - before, steps.Steps, counts);
            before = after;
        }

        return counts;
    }

    private static void Divide(long count, ReadOnlySpan<CountStep> steps, long[] counts)
    {
        while (steps is [{ Groups: [] } filter, ..])
        {
            count = filter.Of(count);
            steps = steps[1..];
        }

        if (steps is not [var groups, .. var after])
        {
            if (counts is [_])
                counts[0] += count;
            return;
        }

        // The steps after it round sums of groups, not each group. So all groups add up to the count without groups.
        var (all, sum, last) = (Filter(groups.Of(count), after), 0L, 0L);
        for (var i = 0; i < groups.Parts.Length; i++)
        {
            sum += groups.Parts[i].Of(count);
            var next = Math.Clamp(Filter(sum, after), last, all);
            counts[groups.Groups[i]] += next - last;
            last = next;
        }
    }

    private static long Filter(long count, ReadOnlySpan<CountStep> steps)
    {
        foreach (var step in steps)
            count = step.Of(count);
        return count;
    }
}
