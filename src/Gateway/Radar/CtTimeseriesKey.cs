using Gateway.Caching;

namespace Gateway.Radar;

/// <summary>The key of a query: every input in normal form. What series are called never reaches the wire, and is none.</summary>
internal static class CtTimeseriesKey
{
    private enum Tag : byte
    {
        AggInterval = 1,
        Series = 2,
        DateRange = 3,
        DateStart = 4,
        DateEnd = 5,
        FilterName = 6,
        FilterValue = 7,
    }

    public static CacheKey Of(CtAggInterval? aggInterval, IReadOnlyList<CtSeriesInput> series)
    {
        Span<byte> buffer = stackalloc byte[KeyWriter.BufferSize];
        var key = new KeyWriter(KeyKind.Request, RadarApi.CtTimeseries, buffer);
        if (aggInterval is { } interval)
        {
            key.Add((byte)Tag.AggInterval, (long)interval);
        }

        // Their order matters: Cloudflare goes by position.
        foreach (var one in series)
        {
            key.Add((byte)Tag.Series, []);
            if (one.DateRange is { } range)
            {
                key.Add((byte)Tag.DateRange, CtDateRangeSyntax.Normalize(range));
            }

            if (one.DateStart is { } start)
            {
                key.Add((byte)Tag.DateStart, start);
            }

            if (one.DateEnd is { } end)
            {
                key.Add((byte)Tag.DateEnd, end);
            }

            foreach (var filter in CtWire.Filters)
            {
                if (filter.ValueOf(one) is { } value)
                {
                    key.Add((byte)Tag.FilterName, filter.Name);
                    key.Add((byte)Tag.FilterValue, value);
                }
            }
        }

        return key.ToKey();
    }
}
