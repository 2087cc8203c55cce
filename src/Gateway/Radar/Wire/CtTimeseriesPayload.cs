using System.Collections.Immutable;
using Gateway.Caching;
using Gateway.Columns;
using Gateway.Radar.Responses;
using Gateway.Upstream;
using PolyType;

namespace Gateway.Radar.Wire;

/// <summary>
/// A response, as stored in the distributed tier. Columns are stored unchanged, and equal timestamps only once. If the meaning of a member
/// changes, the format version of the sealed entry must change.
/// </summary>
[GenerateShape]
internal sealed partial record CtTimeseriesPayload(
    CtMeta Meta, CtTimeseriesPayload.Series[] All, ImmutableArray<CloudflareMessage> Messages)
{
    public static byte[] Write(CtResponse<CtColumns> response)
    {
        var series = new Series[response.Data.Series.Count];
        InstantColumn? last = null;
        for (var i = 0; i < series.Length; i++)
        {
            var columns = response.Data.Series[i];
            var timestamps = ReferenceEquals(columns.Timestamps, last) ? null : columns.Timestamps.Bytes;
            series[i] = new Series(columns.WireName, timestamps, columns.Values.Bytes, columns.Complete);
            last = columns.Timestamps;
        }

        return Payload.Serializer.Serialize(new CtTimeseriesPayload(response.Data.Meta, series, response.Messages));
    }

    public static CtResponse<CtColumns> Read(ReadOnlyMemory<byte> payload, DateTimeOffset receivedAt)
    {
        var read = Payload.Serializer.Deserialize<CtTimeseriesPayload>(payload)!;
        var columns = new CtColumns[read.All.Length];
        var timestamps = InstantColumn.Empty;
        for (var i = 0; i < columns.Length; i++)
        {
            var series = read.All[i];
            timestamps = series.Timestamps is { } own ? new InstantColumn(own) : timestamps;
            columns[i] = new CtColumns(series.WireName, timestamps, new NumberColumn(series.Values), series.Complete);
        }

        return new CtResponse<CtColumns>(new CtData<CtColumns>(read.Meta, columns), read.Messages, receivedAt);
    }

    /// <param name="WireName">Cloudflare's name of the series.</param>
    /// <param name="Timestamps">The timestamps; null if they equal those of the previous series.</param>
    /// <param name="Values">The values, one for each timestamp.</param>
    /// <param name="Complete">The complete points.</param>
    internal sealed record Series(string WireName, byte[]? Timestamps, byte[] Values, CompleteRange Complete);
}
