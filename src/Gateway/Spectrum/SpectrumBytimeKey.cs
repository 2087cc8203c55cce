using Gateway.Caching;

namespace Gateway.Spectrum;

/// <summary>The key of a request: every input in normal form. What is added to a request is added here, with a tag that was not used before.</summary>
internal static class SpectrumBytimeKey
{
    private enum Tag : byte
    {
        Zone = 1,
        TimeDelta = 2,
        Since = 3,
        Until = 4,
        Dimension = 5,
        Metric = 6,
        DefaultMetrics = 7,
        Or = 8,
        Comparison = 9,
        Value = 10,
        Sort = 11,
        Limit = 12,
    }

    public static CacheKey Of(SpectrumBytimeRequest request)
    {
        Span<byte> buffer = stackalloc byte[KeyWriter.BufferSize];
        var key = new KeyWriter(KeyKind.Request, SpectrumApi.Bytime, buffer);
        key.Add((byte)Tag.Zone, request.ZoneId);
        key.Add((byte)Tag.TimeDelta, (long)request.TimeDelta);
        if (request.Since is { } since)
        {
            key.Add((byte)Tag.Since, since);
        }

        if (request.Until is { } until)
        {
            key.Add((byte)Tag.Until, until);
        }

        foreach (var dimension in request.Dimensions)
        {
            key.Add((byte)Tag.Dimension, (long)dimension);
        }

        foreach (var metric in request.Metrics)
        {
            key.Add((byte)Tag.Metric, (long)metric);
        }

        if (request.HasDefaultMetrics)
        {
            key.Add((byte)Tag.DefaultMetrics, []);
        }

        foreach (var group in request.Filter?.Groups ?? [])
        {
            key.Add((byte)Tag.Or, group.Length);
            foreach (var comparison in group)
            {
                key.Add((byte)Tag.Comparison, [(byte)comparison.Dimension, (byte)comparison.Operator]);
                key.Add((byte)Tag.Value, comparison.Value);
            }
        }

        foreach (var sort in request.Sort)
        {
            key.Add((byte)Tag.Sort, (long)sort);
        }

        if (request.Limit is { } limit)
        {
            key.Add((byte)Tag.Limit, limit);
        }

        return key.ToKey();
    }
}
