using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Gateway.Radar.Responses;
using Gateway.Radar.Wire;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Responses;
using Gateway.Spectrum.Wire;
using Gateway.Tests.Spectrum.Wire;
using Gateway.Tests.Upstream.Json;
using Gateway.Upstream;

namespace Gateway.Tests.Caching;

/// <summary>What L2 keeps is read back as it was, and whatever else there may be is a miss.</summary>
public sealed class PayloadTests
{
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
        Messages,
        Noon);

    private static readonly CtResponse Radar = new(
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
        var read = SpectrumPayload.Read(Bytes(Spectrum), Noon).ShouldNotBeNull();
        Described(read).ShouldBe(Described(Spectrum));
    }

    [Fact]
    public void A_reply_of_radar_is_read_as_it_was_written()
    {
        var read = CtPayload.Read(Bytes(Radar), Noon).ShouldNotBeNull();
        JsonSerializer.Serialize((read.Model.Meta, read.Messages, read.ReceivedAt), Fields).ShouldBe(JsonSerializer.Serialize((Radar.Model.Meta, Radar.Messages, Radar.ReceivedAt), Fields));
        read.Model.Series.Select(series => series.WireName).ShouldBe(["s0", "s1"]);
        for (var i = 0; i < 2; i++)
        {
            read.Model.Series[i].Timestamps.ShouldBe(Radar.Model.Series[i].Timestamps);
            read.Model.Series[i].Values.ShouldBe(Radar.Model.Series[i].Values);
        }
    }

    [Fact]
    public void Whatever_was_cut_off_or_added_is_a_miss()
    {
        var (spectrum, radar) = (Bytes(Spectrum), Bytes(Radar));
        for (var i = 0; i < spectrum.Length; i++)
        {
            SpectrumPayload.Read(spectrum.AsSpan(0, i), Noon).ShouldBeNull();
        }

        for (var i = 0; i < radar.Length; i++)
        {
            CtPayload.Read(radar.AsSpan(0, i), Noon).ShouldBeNull();
        }

        SpectrumPayload.Read([.. spectrum, 0], Noon).ShouldBeNull();
        CtPayload.Read([.. radar, 0], Noon).ShouldBeNull();
        SpectrumPayload.Read(radar, Noon).ShouldBeNull();
    }

    [Fact]
    public void No_bytes_make_it_throw()
    {
        var random = new Random(1);
        var (spectrum, radar) = (Bytes(Spectrum), Bytes(Radar));
        for (var i = 0; i < 20_000; i++)
        {
            Damage(spectrum, bytes => SpectrumPayload.Read(bytes, Noon));
            Damage(radar, bytes => CtPayload.Read(bytes, Noon));
        }

        void Damage(byte[] bytes, Func<byte[], object?> read)
        {
            byte[] damaged = [.. bytes];
            for (var j = 0; j < 3; j++)
            {
                damaged[random.Next(1, damaged.Length)] = (byte)random.Next(256);
            }

            read(damaged);
        }
    }

    /// <summary>Replicas of two versions read each other's entries: other bytes need another version in front.</summary>
    [Fact]
    public void The_format_is_that_of_version_2()
    {
        (Bytes(Spectrum)[0], Bytes(Radar)[0]).ShouldBe(((byte)2, (byte)2));
        Convert.ToHexString(SHA256.HashData(Bytes(Spectrum)))[..16].ShouldBe("58CD3DDFF0FA270E");
        Convert.ToHexString(SHA256.HashData(Bytes(Radar)))[..16].ShouldBe("CB6A2F9A5AE8BB17");
    }

    private static readonly JsonSerializerOptions Fields = new() { IncludeFields = true };

    private static byte[] Bytes(SpectrumResponse reply)
    {
        var output = new ArrayBufferWriter<byte>();
        SpectrumPayload.Write(reply, output);
        return output.WrittenSpan.ToArray();
    }

    private static byte[] Bytes(CtResponse reply)
    {
        var output = new ArrayBufferWriter<byte>();
        CtPayload.Write(reply, output);
        return output.WrittenSpan.ToArray();
    }

    // What there is to tell but the size, which is smaller where columns without values are one.
    private static string Described(SpectrumResponse reply) => JsonSerializer.Serialize(
        (reply.Data.TimeIntervals, reply.Data.DataLag, reply.Data.RowCount, reply.Data.Min, reply.Data.Max, reply.Data.Totals, reply.Data.Query, reply.Messages, reply.ReceivedAt, reply.Data.Rows,
            reply.Data.Rows.Select(row => Enum.GetValues<SpectrumMetric>().Select(metric => row.GetValues(metric)))), Fields);
}
