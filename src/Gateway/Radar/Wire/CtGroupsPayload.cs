using System.Collections.Immutable;
using Gateway.Caching;
using Gateway.Columns;
using Gateway.Radar.Responses;
using Gateway.Upstream;
using PolyType;

namespace Gateway.Radar.Wire;

/// <summary>
/// A response with groups over time, as stored in the distributed tier. Columns are stored unchanged, and equal timestamps only once. If
/// the meaning of a member changes, the format version of the sealed entry must change.
/// </summary>
[GenerateShape]
internal sealed partial record CtGroupsPayload(CtMeta Meta, CtGroupsPayload.Series[] All, ImmutableArray<CloudflareMessage> Messages)
{
    public static byte[] Write(CtResponse<CtGroupedColumns> response)
    {
        var series = new Series[response.Data.Series.Count];
        InstantColumn? last = null;
        for (var i = 0; i < series.Length; i++)
        {
            var columns = response.Data.Series[i];
            var timestamps = ReferenceEquals(columns.Timestamps, last) ? null : columns.Timestamps.Bytes;
            Group[] groups = [.. columns.Groups.Select(static group => new Group(group.Key, group.Columns.Values.Bytes))];
            series[i] = new Series(columns.WireName, timestamps, columns.Complete, groups);
            last = columns.Timestamps;
        }

        return Payload.Serializer.Serialize(new CtGroupsPayload(response.Data.Meta, series, response.Messages));
    }

    public static CtResponse<CtGroupedColumns> Read(ReadOnlyMemory<byte> payload, DateTimeOffset receivedAt)
    {
        var read = Payload.Serializer.Deserialize<CtGroupsPayload>(payload)!;
        var timestamps = InstantColumn.Empty;
        var columns = Array.ConvertAll(read.All, series =>
        {
            timestamps = series.Timestamps is { } own ? new InstantColumn(own) : timestamps;
            var groups = series.Groups.Select(static group => (group.Key, new NumberColumn(group.Values)));
            return CtGroupedColumns.Of(series.WireName, timestamps, series.Complete, groups, read.Meta);
        });
        return new(new CtData<CtGroupedColumns>(read.Meta, columns), read.Messages, receivedAt);
    }

    /// <param name="WireName">Cloudflare's name of the series.</param>
    /// <param name="Timestamps">The timestamps; null if they equal those of the previous series.</param>
    /// <param name="Complete">The complete points.</param>
    /// <param name="Groups">The groups.</param>
    internal sealed record Series(string WireName, byte[]? Timestamps, CompleteRange Complete, Group[] Groups);

    /// <param name="Key">The key.</param>
    /// <param name="Values">The values, one for each timestamp.</param>
    internal sealed record Group(string Key, byte[] Values);
}
