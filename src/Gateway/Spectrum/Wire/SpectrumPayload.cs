using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Gateway.Caching;
using Gateway.Columns;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Responses;
using Gateway.Upstream;

namespace Gateway.Spectrum.Wire;

/// <summary>
/// A response, as stored in the distributed tier. Columns are stored unchanged, and intervals once for all rows. Metrics and dimensions
/// have Cloudflare's names, so releases with different metrics can read each other's entries. If the meaning of a member changes, the
/// format version of the sealed entry must change.
/// </summary>
/// <param name="zoneId">The zone of the request. It is not stored.</param>
internal sealed class SpectrumPayload(string zoneId)
{
    private static readonly string[] AllMetrics = [.. SpectrumField.Metrics.Select(WireNames.Wire)];

    // The metrics that the payload has, in its order: for each metric of this release, the index there; -1 for none.
    private int[] _indexes = [];
    private string[] _metrics = [];

    public static byte[] Write(SpectrumResponse response) =>
        Payload.Write((response.Data, response.AskedAt), response.Messages, new SpectrumPayload("").Shape);

    public static SpectrumResponse Read(ReadOnlyMemory<byte> payload, string zoneId, DateTimeOffset receivedAt)
    {
        var ((data, askedAt), messages) = Payload.Read<(SpectrumData, DateTimeOffset)>(payload, new SpectrumPayload(zoneId).Shape);
        return new SpectrumResponse(data, askedAt, messages, receivedAt);
    }

    private (SpectrumData Data, DateTimeOffset AskedAt) Shape(ref Payload payload, (SpectrumData? Data, DateTimeOffset AskedAt) value)
    {
        var data = value.Data;
        _metrics = payload.Texts(data is null ? null : AllMetrics);
        _indexes = Array.ConvertAll(AllMetrics, name => Array.IndexOf(_metrics, name));
        var intervals = Intervals(ref payload, data?.TimeIntervals);
        var missing = payload.Numbers(data is null ? null : NumberColumn.OfNulls(data.Rows is [var first, ..] ? first.Points.Count : 0));
        var rows = payload.List(data?.Rows, (ref payload, row) => Row(ref payload, row, intervals, missing));
        return (
            new SpectrumData(
                rows,
                intervals,
                payload.Number(data?.DataLag ?? 0),
                payload.Integer(data?.RowCount ?? 0),
                Metrics(ref payload, data?.Min),
                Metrics(ref payload, data?.Max),
                Metrics(ref payload, data?.Totals),
                SpectrumEcho.Shape(ref payload, data is null ? null : SpectrumEcho.Of(data.Query)).ToQuery()),
            payload.Instant(value.AskedAt));
    }

    private static TimeIntervals Intervals(ref Payload payload, TimeIntervals? intervals)
    {
        var (starts, ends) = (payload.Instants(intervals?.Starts), payload.Instants(intervals?.Ends));
        Payload.Check(starts.Count == ends.Count);
        return new TimeIntervals(starts, ends, payload.Complete(intervals?.Complete ?? default));
    }

    private SpectrumMetrics Metrics(ref Payload payload, SpectrumMetrics? metrics)
    {
        double?[]? written = metrics is null ? null : [.. SpectrumField.Metrics.Select(metrics.Value)];
        var values = payload.List(written, static (ref payload, value) => payload.OptionalNumber(value));
        return new SpectrumMetrics(InOrder(values, null));
    }

    /// <param name="payload">The payload.</param>
    /// <param name="row">The row.</param>
    /// <param name="intervals">The time intervals, which all rows share.</param>
    /// <param name="missing">The column of metrics without values, which are not stored. All rows have its length.</param>
    private SpectrumRow Row(ref Payload payload, SpectrumRow? row, TimeIntervals intervals, NumberColumn missing)
    {
        var dimensions = new SpectrumDimensions
        {
            ZoneId = zoneId,
            EventName = payload.OptionalText(row?.Dimensions.EventName),
            AppId = payload.OptionalText(row?.Dimensions.AppId),
            ColoName = payload.OptionalText(row?.Dimensions.ColoName),
            IpVersion = payload.OptionalInteger(row?.Dimensions.IpVersion),
        };
        NumberColumn[]? written = row is null ? null : [.. SpectrumField.Metrics.Select(row.Column)];
        var columns = payload.List(written, (ref payload, column) =>
        {
            var values = payload.OptionalNumbers(column is { HasValues: true } ? column : null) ?? missing;
            Payload.Check(values.Count == missing.Count);
            return values;
        });
        return new SpectrumRow(dimensions, intervals, InOrder(columns, missing));
    }

    /// <summary>The values of this release's metrics, in its order.</summary>
    private ImmutableArray<T> InOrder<T>(T[] values, T missing)
    {
        Payload.Check(values.Length == _metrics.Length);
        return ImmutableCollectionsMarshal.AsImmutableArray(Array.ConvertAll(_indexes, index => index < 0 ? missing : values[index]));
    }
}
