using System.Globalization;

namespace Gateway.Sandbox.Radar;

/// <summary>The groups of a series: the largest ones in its window, then the rest.</summary>
internal static class GroupsReport
{
    private const string Rest = "other";

    public static (string Key, string[] Values)[] Of(string[] keys, List<long[]> buckets, Grouping grouping)
    {
        if (grouping.IsSummary)
            buckets = [[.. keys.Select((_, group) => buckets.Sum(bucket => bucket[group]))]];

        var totals = keys.Select((_, group) => buckets.Sum(bucket => bucket[group])).ToArray();
        int[] ordered = [.. Enumerable.Range(0, keys.Length)
            .Where(group => totals[group] > 0)
            .OrderByDescending(group => totals[group])];
        var groups = ordered.Take(grouping.Limit).Select(group => (Key: keys[group], Parts: (int[])[group])).ToList();
        if (ordered.Length > grouping.Limit)
            groups.Add((Rest, ordered[grouping.Limit..]));
        return [.. groups.Select(group => (group.Key, buckets.Select(bucket => Text(bucket, group.Parts)).ToArray()))];

        string Text(long[] bucket, int[] parts)
        {
            var count = parts.Sum(part => bucket[part]);
            return grouping.ArePercentages
                ? (bucket.Sum() is > 0 and var all ? 100.0 * count / all : 0).ToString("0.######", CultureInfo.InvariantCulture)
                : count.ToString(CultureInfo.InvariantCulture);
        }
    }
}
