using Gateway.Caching;
using Gateway.Columns;
using Gateway.Radar.Responses;

namespace Gateway.Radar.Wire;

/// <inheritdoc cref="CtTimeseriesPayload"/>
internal static class CtGroupsPayload
{
    public static CtData<CtGroupedColumns> Shape(ref Payload payload, CtData<CtGroupedColumns>? data)
    {
        var meta = CtMetaPayload.Shape(ref payload, data?.Meta);
        var last = InstantColumn.Empty;
        return new CtData<CtGroupedColumns>(meta, payload.List(data?.Series, (ref payload, series) =>
        {
            var name = payload.Text(series?.WireName);
            last = CtTimestamps.Shape(ref payload, series?.Timestamps, last);
            var complete = payload.Complete(series?.Complete ?? default);
            var groups = payload.List(series?.Groups, (ref payload, group) =>
            {
                var columns = new CtColumns(payload.Text(group?.Key), last, payload.Numbers(group?.Columns.Values), complete);
                Payload.Check(columns.Values.Count == last.Count);
                return group ?? new CtGroup(columns, meta.AreCounts);
            });
            return series ?? new CtGroupedColumns(name, last, complete, groups);
        }));
    }
}
