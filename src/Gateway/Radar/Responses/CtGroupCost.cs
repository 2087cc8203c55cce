namespace Gateway.Radar.Responses;

/// <summary>What groups count as in an operation's cost.</summary>
internal static class CtGroupCost
{
    /// <summary>The assumed number of groups: ten and the rest.</summary>
    public const int Groups = 11;

    /// <summary>
    /// The assumed number of series with groups: periods and filters to compare. Each is as large as several series without.
    /// </summary>
    public const int Series = 8;
}
