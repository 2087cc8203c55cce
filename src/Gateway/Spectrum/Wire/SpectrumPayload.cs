using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Gateway.Caching;
using Gateway.Columns;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Responses;
using Gateway.Upstream;
using PolyType;

namespace Gateway.Spectrum.Wire;

/// <summary>
/// A response, as stored in the distributed tier. Columns are stored unchanged, and intervals once for all rows. Metrics and dimensions
/// have Cloudflare's names, so releases with different metrics can read each other's entries. If the meaning of a member changes, the
/// format version of the sealed entry must change.
/// </summary>
/// <param name="Metrics">The metrics that <paramref name="Min"/>, the other values and each row's columns have, in this order.</param>
[GenerateShape]
internal sealed partial record SpectrumPayload(
    byte[] Starts,
    byte[] Ends,
    CompleteRange Complete,
    int Points,
    string[] Metrics,
    SpectrumPayload.Row[] Rows,
    double DataLag,
    int RowCount,
    double?[] Min,
    double?[] Max,
    double?[] Totals,
    SpectrumEcho Query,
    DateTimeOffset AskedAt,
    ImmutableArray<CloudflareMessage> Messages)
{
    private static readonly string[] AllMetrics = [.. SpectrumField.Metrics.Select(WireNames.Wire)];

    public static byte[] Write(SpectrumResponse response)
    {
        var data = response.Data;
        return Payload.Serializer.Serialize(new SpectrumPayload(
            data.TimeIntervals.Starts.Bytes,
            data.TimeIntervals.Ends.Bytes,
            data.TimeIntervals.Complete,
            data.Rows is [var row, ..] ? row.Points.Count : 0,
            AllMetrics,
            [.. data.Rows.Select(Row.Of)],
            data.DataLag,
            data.RowCount,
            ValuesOf(data.Min),
            ValuesOf(data.Max),
            ValuesOf(data.Totals),
            SpectrumEcho.Of(data.Query),
            response.AskedAt,
            response.Messages));
    }

    public static SpectrumResponse Read(ReadOnlyMemory<byte> payload, string zoneId, DateTimeOffset receivedAt)
    {
        var read = Payload.Serializer.Deserialize<SpectrumPayload>(payload)!;
        var intervals = new TimeIntervals(new InstantColumn(read.Starts), new InstantColumn(read.Ends), read.Complete);
        var missing = NumberColumn.OfNulls(read.Points);
        var indexes = Array.ConvertAll(AllMetrics, name => Array.IndexOf(read.Metrics, name));
        var data = new SpectrumData(
            Array.ConvertAll(read.Rows, row => row.ToRow(zoneId, intervals, indexes, missing)),
            intervals,
            read.DataLag,
            read.RowCount,
            MetricsOf(read.Min, indexes),
            MetricsOf(read.Max, indexes),
            MetricsOf(read.Totals, indexes),
            read.Query.ToQuery());
        return new SpectrumResponse(data, read.AskedAt, read.Messages, receivedAt);
    }

    private static double?[] ValuesOf(SpectrumMetrics metrics) => [.. SpectrumField.Metrics.Select(metrics.Value)];

    private static SpectrumMetrics MetricsOf(double?[] values, int[] indexes) =>
        new(ImmutableCollectionsMarshal.AsImmutableArray(Array.ConvertAll(indexes, index => index < 0 ? null : values[index])));

    /// <param name="Event">Cloudflare's name of the event.</param>
    /// <param name="AppId">The id of the application. Null if it was not requested, like the other dimensions.</param>
    /// <param name="ColoName">The airport code of the data centre.</param>
    /// <param name="IpVersion">4 or 6.</param>
    /// <param name="Columns">The columns with values, by Cloudflare's name of the metric.</param>
    internal sealed record Row(string? Event, string? AppId, string? ColoName, int? IpVersion, byte[]?[] Columns)
    {
        public static Row Of(SpectrumRow row) => new(
            row.Dimensions.EventName,
            row.Dimensions.AppId,
            row.Dimensions.ColoName,
            row.Dimensions.IpVersion,
            [.. SpectrumField.Metrics.Select(metric => row.Column(metric) is { HasValues: true } column ? column.Bytes : null)]);

        /// <param name="zoneId">The zone of the request, which all rows share.</param>
        /// <param name="intervals">The time intervals, which all rows share.</param>
        /// <param name="missing">The column of metrics without values. All rows have the same length.</param>
        public SpectrumRow ToRow(string zoneId, TimeIntervals intervals, int[] indexes, NumberColumn missing) => new(
            new SpectrumDimensions { ZoneId = zoneId, EventName = Event, AppId = AppId, ColoName = ColoName, IpVersion = IpVersion },
            intervals,
            ImmutableCollectionsMarshal.AsImmutableArray(Array.ConvertAll(
                indexes, index => index >= 0 && Columns[index] is { } json ? new NumberColumn(json) : missing)));
    }
}
