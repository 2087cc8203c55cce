namespace Gateway.Radar.Responses;

/// <summary>
/// The order of groups: the largest first, and among equal ones that of their keys. It is determined when an answer arrives.
/// </summary>
internal static class CtGroupOrder
{
    public static CtGroup[] Of(IEnumerable<CtGroup> groups) =>
        [.. groups.OrderByDescending(static group => group.Sum).ThenBy(static group => group.Key, StringComparer.Ordinal)];

    public static CtSummaryGroup[] Of(IEnumerable<CtSummaryGroup> groups) =>
        [.. groups.OrderByDescending(static group => group.Value).ThenBy(static group => group.Key, StringComparer.Ordinal)];
}
