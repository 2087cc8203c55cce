using System.Text.Json;
using Gateway.Caching;
using Gateway.Caching.Redis;
using Gateway.Columns;
using Gateway.Radar.Responses;
using Gateway.Radar.Wire;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Responses;
using Gateway.Spectrum.Wire;
using Gateway.Tests.Radar;
using Gateway.Tests.Spectrum.Wire;
using Gateway.Tests.Upstream.Json;
using Gateway.Upstream;
using Gateway.Upstream.Json;
using Snapshooter.Xunit3;

namespace Gateway.Tests.Caching;

/// <summary>Values in L2 round-trip, and any other bytes are a miss.</summary>
public sealed class PayloadTests
{
    private const string Zone = "023e105f4ecef8ad9ca31a8372d0c353";

    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly CloudflareMessage[] Messages = [new(1000, "A word ☂", "https://example.com", "/limit"), new(null, "", null, null)];

    private static readonly SpectrumResponse Spectrum = new(
        Answers.Read("""
            { "rows": 3, "data_lag": 3.5, "min": { "count": 1 }, "max": { "count": 9, "durationAvg": 0.1 }, "totals": { "count": 12 },
              "time_intervals": [["2026-01-01T00:00:00Z", "2026-01-01T00:59:59.5Z"], ["2026-01-01T01:00:00Z"]],
              "data": [{ "dimensions": ["connect", "SFO", "4"], "metrics": [[1, null], [0.1, -0.0]] },
                       { "dimensions": ["new", null, "six"], "metrics": [[null, null, null], [1e300, 5e-324, 3]] }],
              "query": { "dimensions": ["event", "coloName", "ipVersion"], "metrics": ["count", "durationAvg"], "filters": "event==connect",
                         "limit": 10, "since": "2026-01-01T00:00:00Z", "until": null, "sort": ["-count", "+event"] } }
            """),
        Noon.AddSeconds(-1),
        [.. Messages],
        Noon);

    private static readonly CtResponse<CtColumns> Radar = new(
        Reading.Read(
            new CtTimeseriesReader(),
            """
            { "s0": { "timestamps": ["2026-01-01T10:00:00Z", "2026-01-01T11:00:00.5Z"], "values": ["12", null] }, "s1": { "timestamps": [], "values": [] },
              "meta": { "aggInterval": "ONE_HOUR", "normalization": "NEW", "lastUpdated": "2026-01-01T12:00:00Z", "units": [{ "name": "*", "value": "certificates" }],
                        "dateRange": [{ "startTime": "2026-01-01T00:00:00Z", "endTime": "2026-01-02T00:00:00Z" }],
                        "confidenceInfo": { "level": -1, "annotations": [
                          { "dataSource": "CT", "description": "Çà", "endDate": "2026-01-01T00:00:00Z", "eventType": "OUTAGE", "isInstantaneous": false, "linkedUrl": "https://example.com", "startDate": "2026-01-01T00:00:00Z", "tags": ["a", "b"] },
                          { "isInstantaneous": true }, {} ] } } }
            """),
        [.. Messages],
        Noon);

    [Fact]
    public void A_reply_of_spectrum_is_read_as_it_was_written()
    {
        var read = SpectrumPayload.Read(SpectrumPayload.Write(Spectrum), Zone, Noon);
        Described(read).ShouldBe(Described(Spectrum));
        read.Data.Rows.ShouldAllBe(static row => row.Dimensions.ZoneId == Zone);
        read.Data.TimeIntervals.Complete.ShouldBe(Spectrum.Data.TimeIntervals.Complete);
        (Spectrum.Data.TimeIntervals.Complete, Radar.Data.Series[0].Complete).ShouldBe((new CompleteRange(0, 2), new CompleteRange(0, 1)));
    }

    [Fact]
    public void Metrics_of_another_release_are_read_by_their_names()
    {
        // A release that has another metric in place of the first one.
        var written = SpectrumPayload.Write(Spectrum);
        var count = Text("count");
        var at = written.AsSpan().IndexOf(count);
        byte[] other = [.. written[..at], .. Text("unheardOf"), .. written[(at + count.Length)..]];

        var read = SpectrumPayload.Read(other, Zone, Noon);
        read.Data.Rows[0].GetValues(SpectrumMetric.Count).ShouldBe([null, null, null]);
        read.Data.Rows[0].GetValues(SpectrumMetric.DurationAvg).ShouldBe([0.1, -0.0, null]);
        read.Data.Min.Value(SpectrumMetric.Count).ShouldBeNull();
        read.Data.Max.Value(SpectrumMetric.DurationAvg).ShouldBe(0.1);

        static byte[] Text(string text) => [(byte)text.Length, 0, 0, 0, .. System.Text.Encoding.UTF8.GetBytes(text)];
    }

    [Fact]
    public void A_reply_of_radar_is_read_as_it_was_written()
    {
        var read = Read<CtColumns>(Write(Radar, CtTimeseriesPayload.Shape), CtTimeseriesPayload.Shape);
        JsonSerializer.Serialize((read.Data.Meta, read.Messages, read.ReceivedAt), Fields).ShouldBe(JsonSerializer.Serialize((Radar.Data.Meta, Radar.Messages, Radar.ReceivedAt), Fields));
        read.Data.Series.Select(series => series.WireName).ShouldBe(["s0", "s1"]);
        for (var i = 0; i < 2; i++)
        {
            read.Data.Series[i].Timestamps.ShouldBe(Radar.Data.Series[i].Timestamps);
            read.Data.Series[i].Values.ShouldBe(Radar.Data.Series[i].Values);
            read.Data.Series[i].Complete.ShouldBe(Radar.Data.Series[i].Complete);
        }
    }

    [Fact]
    public void A_reply_with_groups_is_read_as_it_was_written()
    {
        var groups = new CtResponse<CtGroupedColumns>(Reading.Read(new CtGroupsReader(), GroupsOfTwo), [.. Messages], Noon);
        var read = Read<CtGroupedColumns>(Write(groups, CtGroupsPayload.Shape), CtGroupsPayload.Shape);
        (read.Size, Described(read)).ShouldBe((groups.Size, Described(groups)));
        read.Data.Series[1].Timestamps.ShouldBeSameAs(read.Data.Series[0].Timestamps);
        Described(read).ShouldContain("s0  b:12:[1,11] a:5:[5,null]");

        var summary = new CtResponse<CtSummaryGroups>(Reading.Read(new CtSummaryReader(), """{ "summary_0": { "a": "1", "b": "2", "c": null } }"""), [.. Messages], Noon);
        var again = Read<CtSummaryGroups>(Write(summary, CtSummaryPayload.Shape), CtSummaryPayload.Shape);
        again.Size.ShouldBe(summary.Size);
        again.Data.Series.ShouldHaveSingleItem().WireName.ShouldBe("s0");
        again.Data.Series[0].Groups.ShouldBe([new("b", 2), new("a", 1), new("c", null)]);
        again.Messages.ShouldBe(summary.Messages);

        static string Described(CtResponse<CtGroupedColumns> response) => JsonSerializer.Serialize((response.Meta, response.Messages), Fields)
            + string.Concat(response.Data.Series.Select(series => $"{series.WireName} {string.Concat(series.Groups.Select(group =>
                $" {group.Key}:{group.Total}:{System.Text.Encoding.UTF8.GetString(group.Columns.Values.Json)}"))} {series.Complete}"));
    }

    [Fact]
    public void Authorities_and_logs_are_read_as_they_were_written()
    {
        Check(CtCatalogueReader.Authorities, Catalogue.Authorities);
        Check(CtCatalogueReader.OneAuthority, Catalogue.Authority);
        Check(CtCatalogueReader.Logs, Catalogue.Logs);
        Check(CtCatalogueReader.OneLog, Catalogue.Log);

        static void Check<T>(IResultReader<T> reader, string result)
            where T : class
        {
            var response = new CtCatalogueResponse<T>(Reading.Read(reader, result), [.. Messages], Noon.AddHours(-1), 7, new(""));
            var bytes = Catalogue.Encode(response);
            var read = Catalogue.Decode<T>(bytes, response.ReceivedAt);
            JsonSerializer.Serialize((read.Data, read.Messages, read.ReceivedAt), Fields)
                .ShouldBe(JsonSerializer.Serialize((response.Data, response.Messages, response.ReceivedAt), Fields));
            JsonSerializer.Serialize(read.Data, Fields).Length.ShouldBeGreaterThan(100);
        }
    }

    /// <summary>See <see cref="The_format_is_this"/>.</summary>
    [Fact]
    public void The_format_of_groups_authorities_and_logs_is_this()
    {
        Snapshot.Match(string.Join("\n\n", All.Skip(2).Select(static payload => Readable(payload.Bytes))));
    }

    private const string GroupsOfTwo = """
        { "s0": { "timestamps": ["2026-01-01T10:00:00Z", "2026-01-01T11:00:00Z"], "a": ["5", null], "b": ["1", "11"] },
          "s1": { "timestamps": ["2026-01-01T10:00:00Z", "2026-01-01T11:00:00Z"], "other": ["5", null] },
          "meta": { "aggInterval": "ONE_HOUR", "lastUpdated": "2026-01-01T12:00:00Z",
                    "dateRange": [{ "startTime": "2026-01-01T10:00:00Z", "endTime": "2026-01-02T00:00:00Z" }] } }
        """;

    /// <summary>The bytes are sealed, so only another version of the gateway, or who has the secret, can have written others.</summary>
    [Fact]
    public void What_was_cut_off_or_has_more_is_refused()
    {
        foreach (var (bytes, read) in All)
        {
            for (var i = 0; i < bytes.Length; i++)
            {
                Should.Throw<InvalidDataException>(() => read(bytes.AsMemory(0, i)));
            }

            Should.Throw<InvalidDataException>(() => read((byte[])[.. bytes, 0]));
        }
    }

    [Theory]
    [InlineData(1, "[12,null]")]
    [InlineData(2, "[1,11]")]
    [InlineData(0, "[null,null,null]")]
    [InlineData(0, "[1,null,null]")]
    public void Columns_of_different_lengths_are_refused(int payload, string column)
    {
        var (bytes, read) = All[payload];
        var other = bytes.ToArray();
        other[other.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(column)) + 4] = (byte)',';
        Should.Throw<InvalidDataException>(() => read(other));
    }

    [Fact]
    public void Other_bytes_are_read_or_refused_and_allocate_no_more_than_some_times_their_length()
    {
        var random = new Random(20);
        var refused = 0;
        foreach (var (bytes, read) in All)
        {
            // A first read also makes what is made once.
            read(bytes);
            for (var i = 0; i < 4 * bytes.Length; i++)
            {
                // Any bytes, or the largest and smallest numbers, anywhere.
                var other = bytes.ToArray();
                var piece = other.AsSpan(i % bytes.Length);
                piece = piece[..Math.Min(piece.Length, random.Next(1, 9))];
                random.NextBytes(piece);
                if (random.Next(2) == 0)
                {
                    piece.Fill((byte)(random.Next(3) switch { 0 => 0, 1 => 0x7F, _ => 0xFF }));
                }

                var before = GC.GetAllocatedBytesForCurrentThread();
                try
                {
                    read(other);
                }
                catch (InvalidDataException)
                {
                    refused++;
                }

                // Each item of at least 4 bytes becomes an object. An exception takes some KiB.
                (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan((20 * bytes.Length) + 20_000);
            }
        }

        refused.ShouldBeGreaterThan(1000);
    }

    /// <summary>
    /// Releases read each other's entries. Any change needs a new format version of the sealed entry.
    /// </summary>
    [Fact]
    public void The_format_is_this()
    {
        SealedEntry.Version.ShouldBe((byte)6);
        Snapshot.Match(string.Join("\n\n", All.Take(2).Select(static payload => Readable(payload.Bytes))));
    }

    private static IReadOnlyList<(byte[] Bytes, Func<ReadOnlyMemory<byte>, object> Read)> All { get; } =
    [
        (SpectrumPayload.Write(Spectrum), static bytes => SpectrumPayload.Read(bytes, Zone, Noon)),
        Of(Radar.Data, Messages, CtTimeseriesPayload.Shape),
        Of(Reading.Read(new CtGroupsReader(), GroupsOfTwo), Messages, CtGroupsPayload.Shape),
        Of(Reading.Read(new CtSummaryReader(), """{ "summary_0": { "a": "1", "b": "2", "c": null } }"""), [], CtSummaryPayload.Shape),
        Of(Reading.Read(CtCatalogueReader.Authorities, Catalogue.Authorities), [], CtCataloguePayload.Authorities),
        Of(Reading.Read(CtCatalogueReader.OneAuthority, Catalogue.Authority), [], CtCataloguePayload.OneAuthority),
        Of(Reading.Read(CtCatalogueReader.Logs, Catalogue.Logs), [], CtCataloguePayload.Logs),
        Of(Reading.Read(CtCatalogueReader.OneLog, Catalogue.Log), [], CtCataloguePayload.OneLog),
    ];

    private static (byte[] Bytes, Func<ReadOnlyMemory<byte>, object> Read) Of<T>(T data, CloudflareMessage[] messages, PayloadShape<T> shape) =>
        (Payload.Write(data, [.. messages], shape), bytes => Payload.Read(bytes, shape));

    private static byte[] Write<T>(CtResponse<T> response, PayloadShape<CtData<T>> shape)
        where T : class, ICtWireSeries =>
        Payload.Write(response.Data, response.Messages, shape);

    private static CtResponse<T> Read<T>(byte[] bytes, PayloadShape<CtData<T>> shape)
        where T : class, ICtWireSeries
    {
        var (data, messages) = Payload.Read(bytes, shape);
        return new CtResponse<T>(data, messages, Noon);
    }

    /// <summary>ASCII as it is, a line for each text, and other bytes as hex digits.</summary>
    private static string Readable(byte[] bytes) => string.Concat(bytes.Select(static value =>
        value is >= (byte)' ' and < 0x7F and not (byte)'\\' ? $"{(char)value}" : $"\\{value:x2}"))
        .Replace("\\00\\00\\00", "\\\n", StringComparison.Ordinal);

    private static readonly JsonSerializerOptions Fields = new() { IncludeFields = true };

    // Compares everything except the size, which is smaller if columns without values are shared.
    private static string Described(SpectrumResponse reply) => JsonSerializer.Serialize(
        (reply.Data.TimeIntervals, reply.AskedAt, reply.Data.DataLag, reply.Data.RowCount, reply.Data.Min, reply.Data.Max, reply.Data.Totals, reply.Data.Query, reply.Messages, reply.ReceivedAt, reply.Data.Rows,
            reply.Data.Rows.Select(row => Enum.GetValues<SpectrumMetric>().Select(metric => row.GetValues(metric)))), Fields);
}
