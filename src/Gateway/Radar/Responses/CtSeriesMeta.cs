namespace Gateway.Radar.Responses;

/// <summary>What the metadata of a call says about one of its series.</summary>
/// <param name="meta">The metadata.</param>
/// <param name="position">The position of the series in that call; null if Cloudflare added it.</param>
internal readonly struct CtSeriesMeta(CtMeta meta, int? position)
{
    public CtResultInterval? AggInterval => meta.AggInterval;

    public CtDateRange? DateRange => position is { } index ? meta.DateRange.ElementAtOrDefault(index) : null;

    public DateTimeOffset? LastUpdated => meta.LastUpdated;

    /// <param name="wireName">Cloudflare's name of the series.</param>
    public string? UnitOf(string wireName) => Find(wireName) ?? Find("*");

    private string? Find(string name)
    {
        foreach (var unit in meta.Units)
        {
            if (unit.Name == name)
            {
                return unit.Value;
            }
        }

        return null;
    }
}
