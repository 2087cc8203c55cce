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
using Nerdbank.MessagePack;
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
        var written = Payload.Serializer.Deserialize<SpectrumPayload>(SpectrumPayload.Write(Spectrum), TestContext.Current.CancellationToken)!;
        var other = written with
        {
            Metrics = ["unheardOf", "count"],
            Rows = Array.ConvertAll(written.Rows, row => row with { Columns = ["[7,8]"u8.ToArray(), row.Columns[(int)SpectrumMetric.Count]] }),
            Min = [7, written.Min[(int)SpectrumMetric.Count]],
            Max = [7, null],
            Totals = [7, null],
        };

        var read = SpectrumPayload.Read(Payload.Serializer.Serialize(other, TestContext.Current.CancellationToken), Zone, Noon);
        read.Data.Rows[0].GetValues(SpectrumMetric.Count).ShouldBe([1, null, null]);
        read.Data.Rows[0].GetValues(SpectrumMetric.DurationAvg).ShouldBe([null, null, null]);
        read.Data.Min.Value(SpectrumMetric.Count).ShouldBe(1);
        read.Data.Max.Value(SpectrumMetric.Count).ShouldBeNull();
    }

    [Fact]
    public void A_reply_of_radar_is_read_as_it_was_written()
    {
        var read = CtTimeseriesPayload.Read(CtTimeseriesPayload.Write(Radar), Noon);
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
        var read = CtGroupsPayload.Read(CtGroupsPayload.Write(groups), Noon);
        (read.Size, Described(read)).ShouldBe((groups.Size, Described(groups)));
        read.Data.Series[1].Timestamps.ShouldBeSameAs(read.Data.Series[0].Timestamps);
        Described(read).ShouldContain("s0  b:12:[1,11] a:5:[5,null]");

        var summary = new CtResponse<CtSummaryGroups>(Reading.Read(new CtSummaryReader(), """{ "summary_0": { "a": "1", "b": "2", "c": null } }"""), [.. Messages], Noon);
        var again = CtSummaryPayload.Read(CtSummaryPayload.Write(summary), Noon);
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
            for (var i = 0; i < bytes.Length; i++)
            {
                Should.Throw<MessagePackSerializationException>(() => Catalogue.Decode<T>(bytes.AsMemory(0, i), Noon));
            }
        }
    }

    /// <summary>See <see cref="The_format_is_this"/>.</summary>
    [Fact]
    public void The_format_of_groups_authorities_and_logs_is_this()
    {
        var groups = CtGroupsPayload.Write(new(Reading.Read(new CtGroupsReader(), GroupsOfTwo), [.. Messages], Noon));
        var summary = CtSummaryPayload.Write(new(Reading.Read(new CtSummaryReader(), """{ "summary_0": { "a": "1", "b": "2", "c": null } }"""), [], Noon));
        byte[][] all =
        [
            groups, summary, Catalogue.Bytes(Reading.Read(CtCatalogueReader.Authorities, Catalogue.Authorities)),
            Catalogue.Bytes(Reading.Read(CtCatalogueReader.OneAuthority, Catalogue.Authority)),
            Catalogue.Bytes(Reading.Read(CtCatalogueReader.Logs, Catalogue.Logs)), Catalogue.Bytes(Reading.Read(CtCatalogueReader.OneLog, Catalogue.Log)),
        ];
        Snapshot.Match(string.Join('\n', all.Select(bytes => Payload.Serializer.ConvertToJson(bytes)))
            .Replace("\",\"", "\",\n\"", StringComparison.Ordinal).Replace(",\"", ",\n\"", StringComparison.Ordinal));
    }

    private const string GroupsOfTwo = """
        { "s0": { "timestamps": ["2026-01-01T10:00:00Z", "2026-01-01T11:00:00Z"], "a": ["5", null], "b": ["1", "11"] },
          "s1": { "timestamps": ["2026-01-01T10:00:00Z", "2026-01-01T11:00:00Z"], "other": ["5", null] },
          "meta": { "aggInterval": "ONE_HOUR", "lastUpdated": "2026-01-01T12:00:00Z",
                    "dateRange": [{ "startTime": "2026-01-01T10:00:00Z", "endTime": "2026-01-02T00:00:00Z" }] } }
        """;

    /// <summary>The bytes are sealed, so that only another version of the gateway can have written others.</summary>
    [Fact]
    public void What_was_cut_off_is_refused()
    {
        var (spectrum, radar) = (SpectrumPayload.Write(Spectrum), CtTimeseriesPayload.Write(Radar));
        for (var i = 0; i < spectrum.Length; i++)
        {
            Should.Throw<MessagePackSerializationException>(() => SpectrumPayload.Read(spectrum.AsMemory(0, i), Zone, Noon));
        }

        for (var i = 0; i < radar.Length; i++)
        {
            Should.Throw<MessagePackSerializationException>(() => CtTimeseriesPayload.Read(radar.AsMemory(0, i), Noon));
        }

        var groups = CtGroupsPayload.Write(new(Reading.Read(new CtGroupsReader(), GroupsOfTwo), [.. Messages], Noon));
        for (var i = 0; i < groups.Length; i++)
        {
            Should.Throw<MessagePackSerializationException>(() => CtGroupsPayload.Read(groups.AsMemory(0, i), Noon));
        }

        var summary = CtSummaryPayload.Write(new(Reading.Read(new CtSummaryReader(), """{ "summary_0": { "a": "1" } }"""), [.. Messages], Noon));
        for (var i = 0; i < summary.Length; i++)
        {
            Should.Throw<MessagePackSerializationException>(() => CtSummaryPayload.Read(summary.AsMemory(0, i), Noon));
        }
    }

    /// <summary>
    /// Releases read each other's entries. Any change other than an addition needs a new format version of the sealed entry.
    /// </summary>
    [Fact]
    public void The_format_is_this()
    {
        SealedEntry.Version.ShouldBe((byte)5);
        var json = Payload.Serializer.ConvertToJson(SpectrumPayload.Write(Spectrum)) + "\n" + Payload.Serializer.ConvertToJson(CtTimeseriesPayload.Write(Radar));
        Snapshot.Match(json.Replace("\",\"", "\",\n\"", StringComparison.Ordinal).Replace(",\"", ",\n\"", StringComparison.Ordinal));
    }

    private static readonly JsonSerializerOptions Fields = new() { IncludeFields = true };

    // Compares everything except the size, which is smaller if columns without values are shared.
    private static string Described(SpectrumResponse reply) => JsonSerializer.Serialize(
        (reply.Data.TimeIntervals, reply.AskedAt, reply.Data.DataLag, reply.Data.RowCount, reply.Data.Min, reply.Data.Max, reply.Data.Totals, reply.Data.Query, reply.Messages, reply.ReceivedAt, reply.Data.Rows,
            reply.Data.Rows.Select(row => Enum.GetValues<SpectrumMetric>().Select(metric => row.GetValues(metric)))), Fields);
}
