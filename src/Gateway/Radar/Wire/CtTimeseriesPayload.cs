using Gateway.Caching;
using Gateway.Columns;
using Gateway.Radar.Responses;

namespace Gateway.Radar.Wire;

/// <summary>
/// The data of a response, as stored in the distributed tier. Columns are stored unchanged, and equal timestamps only once. If the meaning
/// of a member changes, the format version of the sealed entry must change.
/// </summary>
internal static class CtTimeseriesPayload
{
    public static CtData<CtColumns> Shape(ref Payload payload, CtData<CtColumns>? data)
    {
        var meta = CtMetaPayload.Shape(ref payload, data?.Meta);
        var last = InstantColumn.Empty;
        return new CtData<CtColumns>(meta, payload.List(data?.Series, (ref payload, series) =>
        {
            var name = payload.Text(series?.WireName);
            last = CtTimestamps.Shape(ref payload, series?.Timestamps, last);
            var values = payload.Numbers(series?.Values);
            Payload.Check(values.Count == last.Count);
            return new CtColumns(name, last, values, payload.Complete(series?.Complete ?? default));
        }));
    }
}

/// <summary>The timestamps of a series; null if they equal those of the previous series.</summary>
internal static class CtTimestamps
{
    public static InstantColumn Shape(ref Payload payload, InstantColumn? own, InstantColumn last) =>
        payload.OptionalInstants(ReferenceEquals(own, last) ? null : own) ?? last;
}
