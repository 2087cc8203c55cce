using System.Collections.Immutable;
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
[GenerateShape]
internal sealed partial record SpectrumPayload(
    byte[] Starts,
    byte[] Ends,
    int Points,
    SpectrumPayload.Row[] Rows,
    double DataLag,
    int RowCount,
    Dictionary<string, double> Min,
    Dictionary<string, double> Max,
    Dictionary<string, double> Totals,
    SpectrumEcho Query,
    ImmutableArray<CloudflareMessage> Messages)
{
    public static byte[] Write(SpectrumResponse response)
    {
        var data = response.Data;
        return Payload.Serializer.Serialize(new SpectrumPayload(
            data.TimeIntervals.Starts.Bytes,
            data.TimeIntervals.Ends.Bytes,
            data.Rows is [var row, ..] ? row.Points.Count : 0,
            [.. data.Rows.Select(Row.Of)],
            data.DataLag,
            data.RowCount,
            Named(data.Min),
            Named(data.Max),
            Named(data.Totals),
            SpectrumEcho.Of(data.Query),
            response.Messages));
    }

    public static SpectrumResponse Read(ReadOnlyMemory<byte> payload, DateTimeOffset receivedAt)
    {
        var read = Payload.Serializer.Deserialize<SpectrumPayload>(payload)!;
        var intervals = new TimeIntervals(new InstantColumn(read.Starts), new InstantColumn(read.Ends));
        var missing = NumberColumn.OfNulls(read.Points);
        var data = new SpectrumData(
            Array.ConvertAll(read.Rows, row => row.ToRow(intervals, missing)),
            intervals,
            read.DataLag,
            read.RowCount,
            Metrics(read.Min),
            Metrics(read.Max),
            Metrics(read.Totals),
            read.Query.ToQuery());
        return new SpectrumResponse(data, read.Messages, receivedAt);
    }

    private static Dictionary<string, double> Named(SpectrumMetrics metrics) => SpectrumField.Metrics
        .Where(metric => metrics.Value(metric) is not null)
        .ToDictionary(metric => metric.Wire(), metric => metrics.Value(metric)!.Value);

    private static SpectrumMetrics Metrics(Dictionary<string, double> values) => new(
        [.. SpectrumField.Metrics.Select(metric => values.TryGetValue(metric.Wire(), out var value) ? value : (double?)null)]);

    /// <param name="Event">Cloudflare's name of the event.</param>
    /// <param name="AppId">The id of the application. Null if it was not requested, like the other dimensions.</param>
    /// <param name="ColoName">The airport code of the data centre.</param>
    /// <param name="IpVersion">4 or 6.</param>
    /// <param name="Columns">The columns with values, by Cloudflare's name of the metric.</param>
    internal sealed record Row(string? Event, string? AppId, string? ColoName, int? IpVersion, Dictionary<string, byte[]> Columns)
    {
        public static Row Of(SpectrumRow row) => new(
            row.Dimensions.EventName,
            row.Dimensions.AppId,
            row.Dimensions.ColoName,
            row.Dimensions.IpVersion,
            SpectrumField.Metrics.Where(metric => row.Column(metric).HasValues)
                .ToDictionary(metric => metric.Wire(), metric => row.Column(metric).Bytes));

        /// <param name="intervals">The time intervals, which all rows share.</param>
        /// <param name="missing">The column of metrics without values. All rows have the same length.</param>
        public SpectrumRow ToRow(TimeIntervals intervals, NumberColumn missing) => new(
            new SpectrumDimensions { EventName = Event, AppId = AppId, ColoName = ColoName, IpVersion = IpVersion },
            intervals,
            [.. SpectrumField.Metrics.Select(metric => Columns.TryGetValue(metric.Wire(), out var json) ? new NumberColumn(json) : missing)]);
    }
}
