using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Gateway.Caching;
using Gateway.Radar.Responses;
using Gateway.Radar.Wire;
using Gateway.Spectrum.Responses;
using Gateway.Spectrum.Wire;
using Gateway.Tests.Caching;
using Gateway.Tests.Radar;
using Gateway.Tests.Spectrum.Wire;
using Gateway.Upstream.Json;

namespace Gateway.Tests.Upstream.Json;

/// <summary>
/// Results of both endpoints give the same models, no matter how their bytes are split. The cost is proportional to the length.
/// </summary>
[Collection<AloneCollection>]
public sealed class AnswersInPiecesTests
{
    internal const string Spectrum =
        """
        { "data": [{ "metrics": [[1, null], [0.1, -0.0]], "dimensions": ["connect", "SFO", "4"] }, null,
                   { "dimensions": ["né☂w", null, "six"], "metrics": [null, [1e300, 5e-324, 3]] }],
          "rows": 3, "data_lag": 3.5, "min": { "count": 1 }, "max": { "count": 9, "durationAvg": 0.1, "other": 5 }, "totals": { "count": 12 },
          "time_intervals": [["2026-01-01T00:00:00Z", "2026-01-01T00:59:59.5Z"], ["2026-01-01T01:00:00Z"]],
          "query": { "dimensions": ["event", "coloName", "ipVersion"], "metrics": ["count", "durationAvg"], "filters": "event==connect",
                     "limit": 10, "since": "2026-01-01T00:00:00Z", "until": null, "sort": ["-count", "+event"], "time_delta": "hour" } }
        """;

    internal const string Radar =
        """
        { "s10": { "timestamps": ["2026-01-01T10:00:00Z", "2026-01-01T11:00:00.5+01:00"], "values": ["12", null, "1.4e-05"] }, "s1": { "values": [] },
          "meta": { "aggInterval": "ONE_HOUR", "normalization": "NEW", "lastUpdated": "2026-01-01T12:00:00Z", "units": [{ "name": "*", "value": "certificates" }],
                    "dateRange": { "startTime": "2026-01-01T00:00:00Z", "endTime": "2026-01-02T00:00:00Z" },
                    "confidenceInfo": { "level": 5, "annotations": [{ "dataSource": "CT", "description": "Çà", "isInstantaneous": false, "tags": ["a", "b"] }, {}] } } }
        """;

    internal const string Groups =
        """
        { "serie_1": { "RSA": ["12", null], "timestamps": ["2026-01-01T10:00:00Z", "2026-01-01T11:00:00.5+01:00"], "é☂": ["1.4e-05", 7], "note": "x" }, "s0": { "timestamps": [] },
          "odd": { "a": ["1"] }, "meta": { "aggInterval": "ONE_HOUR", "normalization": "PERCENTAGE" } }
        """;

    internal const string Summary =
        """
        { "summary_1": { "RSA": "12", "é☂": 1.4e-05, "odd": null, "list": ["1"] }, "s0": {}, "meta": { "normalization": "RAW_VALUES", "lastUpdated": "2026-01-01T12:00:00Z" } }
        """;

    public static TheoryData<int> Sizes => [.. Reading.Sizes];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Spectrum_is_read_alike(int size) =>
        Bytes(Answers.Read(Spectrum, size: size)).ShouldBe(Bytes(Answers.Read(Spectrum)));

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Radar_is_read_alike(int size) =>
        Bytes(Reading.Read(new CtTimeseriesReader(), Radar, size)).ShouldBe(Bytes(Reading.Read(new CtTimeseriesReader(), Radar)));

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Groups_are_read_alike(int size)
    {
        Bytes(Reading.Read(new CtGroupsReader(), Groups, size)).ShouldBe(Bytes(Reading.Read(new CtGroupsReader(), Groups)));
        Bytes(Reading.Read(new CtSummaryReader(), Summary, size)).ShouldBe(Bytes(Reading.Read(new CtSummaryReader(), Summary)));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Authorities_and_logs_are_read_alike(int size)
    {
        Check(CtCatalogueReader.Authorities, Catalogue.Authorities);
        Check(CtCatalogueReader.OneAuthority, Catalogue.Authority);
        Check(CtCatalogueReader.Logs, Catalogue.Logs);
        Check(CtCatalogueReader.OneLog, Catalogue.Log);

        void Check<T>(IResultReader<T> reader, string result)
            where T : class =>
            Catalogue.Bytes(Reading.Read(reader, result, size)).ShouldBe(Catalogue.Bytes(Reading.Read(reader, result)));
    }

    [Fact]
    public void What_is_cut_off_of_groups_authorities_and_logs_is_no_result()
    {
        Check(new CtGroupsReader(), Groups);
        Check(new CtSummaryReader(), Summary);
        Check(CtCatalogueReader.Authorities, Catalogue.Authorities);
        Check(CtCatalogueReader.OneAuthority, Catalogue.Authority);
        Check(CtCatalogueReader.Logs, Catalogue.Logs);
        Check(CtCatalogueReader.OneLog, Catalogue.Log);

        static void Check<T>(IResultReader<T> reader, string result)
            where T : class
        {
            for (var i = 0; i < result.TrimEnd().Length; i++)
            {
                Should.Throw<JsonException>(() => Reading.Read(reader, result[..i]), $"{i}");
            }
        }
    }

    [Fact]
    public void What_is_cut_off_at_any_byte_is_no_result()
    {
        for (var i = 0; i < Spectrum.Length; i++)
        {
            Should.Throw<JsonException>(() => Answers.Read(Spectrum[..i]));
        }

        for (var i = 0; i < Radar.Length; i++)
        {
            Should.Throw<JsonException>(() => Reading.Read(new CtTimeseriesReader(), Radar[..i]));
        }
    }

    [Theory]
    [InlineData("""{ "rows": 1, "data_lag": 0, "rows": 1 }""")]
    [InlineData("""{ "rows": 1, "data_lag": 0, "r\u006fws": 1 }""")]
    [InlineData("""{ "rows": 1, "data_lag": 0, "max": { "count": 1, "count": 2 } }""")]
    [InlineData("""{ "rows": 1, "data_lag": 0, "data": [{ "metrics": [[1]], "metrics": [[1]] }] }""")]
    [InlineData("""{ "rows": 1, "data_lag": 0, "query": { "limit": 1, "limit": 1 } }""")]
    public void A_member_that_is_used_and_comes_twice_is_refused(string result) => Should.Throw<JsonException>(() => Answers.Read(result));

    [Fact]
    public void What_is_not_used_may_be_anything() =>
        Answers.Read("""{ "rows": 1, "data_lag": 0, "new": { "a": 1, "a": "\ud800" }, "new": [], "totals": { "new": 1, "new": {} } }""").RowCount.ShouldBe(1);

    /// <summary>Of 5 MB each, with values that take more memory than text.</summary>
    [Fact]
    public void Reading_allocates_a_small_multiple_of_what_it_makes()
    {
        var (radar, spectrum) = (Envelope(Series(120_000)), Envelope(Rows(1200, 900)));
        var (radarReader, spectrumReader) = (new CtTimeseriesReader(), Answers.Reader());

        var (model, allocated) = Allocation(() => Gateway.Upstream.Client.Envelope.Read(radar, radarReader).Result.ShouldNotBeNull());
        allocated.ShouldBeLessThan(4 * new CtResponse<CtColumns>(model, [], default).Size);

        var (data, bytes) = Allocation(() => Gateway.Upstream.Client.Envelope.Read(spectrum, spectrumReader).Result.ShouldNotBeNull());
        bytes.ShouldBeLessThan(4 * data.Size);

        static ReadOnlySequence<byte> Envelope(string result) => Reading.Pieces(Encoding.UTF8.GetBytes($$"""{"result":{{result}}}"""), 16 * 1024);
    }

    /// <summary>8 MiB that would be the most in memory: what is small as text and large as an object.</summary>
    [Theory]
    [InlineData("{\"rows\":1,\"data_lag\":0,\"data\":[", "{},", "{}]}")]
    [InlineData("{\"rows\":1,\"data_lag\":0,\"data\":[", "null,", "null]}")]
    [InlineData("{\"rows\":1,\"data_lag\":0,\"data\":[{\"metrics\":[", "[0],", "[0]]}]}")]
    [InlineData("{\"rows\":1,\"data_lag\":0,\"data\":[{\"metrics\":[[", "0,", "0]]}]}")]
    [InlineData("{\"rows\":1,\"data_lag\":0,\"data\":[{\"dimensions\":[", "\"\",", "\"\"]}]}")]
    [InlineData("{\"meta\":{\"confidenceInfo\":{\"annotations\":[", "{},", "{}]}}}")]
    [InlineData("{\"s0\":{\"timestamps\":[],\"values\":[", "0,", "0]}}")]
    [InlineData("{\"a\":[{", "\"#\":0,", "\"\":0}]}")]
    [InlineData("{", "\"#\":{\"values\":[]},", "\"\":0}")]
    [InlineData("{", "\"#\":{},", "\"\":0}")]
    [InlineData("{\"rows\":1,\"data_lag\":0,\"query\":{\"metrics\":[", "\"count\",", "0]}}")]
    [InlineData("{\"serie_0\":{\"timestamps\":[],", "\"#\":[],", "\"\":0}}")]
    [InlineData("{\"serie_0\":{\"a\":[", "0,", "0]}}")]
    [InlineData("{\"summary_0\":{", "\"#\":0,", "\"\":0}}")]
    [InlineData("{\"certificateAuthorities\":[", "{},", "0]}")]
    [InlineData("{\"certificateAuthorities\":[", "{\"sha256Fingerprint\":\"a\"},", "0]}")]
    [InlineData("{\"certificateAuthority\":{\"sha256Fingerprint\":\"a\",\"related\":[", "{\"sha256Fingerprint\":\"a\"},", "0]}}")]
    [InlineData("{\"certificateLogs\":[", "{\"slug\":\"a\"},", "0]}")]
    [InlineData("{\"certificateLog\":{\"slug\":\"a\",\"performance\":{\"endpoints\":[", "{\"endpoint\":\"a\"},", "0]}}}")]
    [InlineData("{\"meta\":{\"units\":[", "{\"name\":\"a\",\"value\":\"b\"},", "0]}}")]
    public void No_answer_takes_many_times_its_length_in_memory(string start, string repeated, string end)
    {
        var json = new StringBuilder(start);
        for (var i = 0; json.Length < 8 * 1024 * 1024; i++)
        {
            json.Append(repeated.Replace("#", FormattableString.Invariant($"{i}"), StringComparison.Ordinal));
        }

        var result = json.Append(end).ToString();
        var (_, bytes) = Allocation(() =>
        {
            try
            {
                return start.Contains("rows", StringComparison.Ordinal) ? (object)Answers.Read(result)
                    : start.Contains("serie_0", StringComparison.Ordinal) ? Reading.Read(new CtGroupsReader(), result)
                    : start.Contains("summary_0", StringComparison.Ordinal) ? Reading.Read(new CtSummaryReader(), result)
                    : start.StartsWith("{\"certificateAuthorities", StringComparison.Ordinal) ? Reading.Read(CtCatalogueReader.Authorities, result)
                    : start.StartsWith("{\"certificateAuthority", StringComparison.Ordinal) ? Reading.Read(CtCatalogueReader.OneAuthority, result)
                    : start.StartsWith("{\"certificateLogs", StringComparison.Ordinal) ? Reading.Read(CtCatalogueReader.Logs, result)
                    : start.StartsWith("{\"certificateLog", StringComparison.Ordinal) ? Reading.Read(CtCatalogueReader.OneLog, result)
                    : Reading.Read(new CtTimeseriesReader(), result);
            }
            catch (JsonException)
            {
                return null;
            }
        });

        (bytes / (double)result.Length).ShouldBeLessThan(40);
    }

    /// <summary>A list of a million times, and 9,000 groups of one value: filled up, they would take 45 GB.</summary>
    [Fact]
    public void Many_timestamps_do_not_make_all_groups_as_long()
    {
        var times = string.Join(',', Enumerable.Repeat("\"2026-01-01T00:00:00Z\"", 100_000));
        var groups = string.Join(',', Enumerable.Range(0, 9_000).Select(i => FormattableString.Invariant($"\"{i}\":[1]")));
        var result = $$$"""{"serie_0":{"timestamps":[{{{times}}}],{{{groups}}}}}""";
        var (data, bytes) = Allocation(() => Reading.TryRead(new CtGroupsReader(), Encoding.UTF8.GetBytes(result)));
        data.ShouldBeNull();
        (bytes / (double)result.Length).ShouldBeLessThan(40);
    }

    /// <summary>A column of a million points, and 50,000 rows of one: filled up, they would take 250 GB.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_long_column_does_not_make_all_others_as_long(bool ofIntervals)
    {
        var points = string.Join(',', Enumerable.Repeat(ofIntervals ? "[\"2026-01-01T00:00:00Z\"]" : "0", ofIntervals ? 100_000 : 1_000_000));
        var rows = string.Join(',', Enumerable.Repeat("""{"metrics":[[1]]}""", 50_000));
        var result = ofIntervals
            ? $$"""{"rows":1,"data_lag":0,"time_intervals":[{{points}}],"data":[{{rows}}]}"""
            : $$"""{"rows":1,"data_lag":0,"data":[{"metrics":[[{{points}}]]},{{rows}}]}""";

        var (data, bytes) = Allocation(() => Reading.TryRead(Answers.Reader(), Encoding.UTF8.GetBytes(result)));

        data.ShouldBeNull();
        (bytes / (double)result.Length).ShouldBeLessThan(40);
    }

    private static string Series(int count)
    {
        var start = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var timestamps = List(count, i => start.AddMinutes(15 * i).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        var values = List(count, i => FormattableString.Invariant($"{1_000_000_000 + i}.25"));
        return $$$"""{"s0":{"timestamps":{{{timestamps}}},"values":{{{values}}}}}""";
    }

    private static string Rows(int rows, int points)
    {
        var column = string.Join(',', Enumerable.Range(1000, points));
        return $$"""{"rows":1,"data_lag":0,"data":[{{string.Join(',', Enumerable.Repeat($$"""{"dimensions":[],"metrics":[[{{column}}]]}""", rows))}}]}""";
    }

    private static string List(int count, Func<int, string> item) =>
        "[" + string.Join(',', Enumerable.Range(0, count).Select(i => $"\"{item(i)}\"")) + "]";

    private static (T Value, long Bytes) Allocation<T>(Func<T> read)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var value = read();
        return (value, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    internal static byte[] Bytes(SpectrumData data) => SpectrumPayload.Write(new SpectrumResponse(data, new(default, default, default), [], default));

    internal static byte[] Bytes(CtData<CtGroupedColumns> model) => Payload.Write(model, [], CtGroupsPayload.Shape);

    internal static byte[] Bytes(CtData<CtSummaryGroups> model) => Payload.Write(model, [], CtSummaryPayload.Shape);

    internal static byte[] Bytes(CtData<CtColumns> model) => Payload.Write(model, [], CtTimeseriesPayload.Shape);
}
