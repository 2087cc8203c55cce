using System.Globalization;
using System.Text.Json;
using Gateway.Radar.Responses;
using Gateway.Radar.Wire;
using Gateway.Tests.Upstream.Json;

namespace Gateway.Tests.Radar;

public class CtTimeseriesReadingTests
{
    private static readonly DateTimeOffset Ten = new(2026, 1, 1, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Columns_are_parsed_once()
    {
        var series = Read("""
            {"s0":{"timestamps":["2026-01-01T10:00:00Z","2026-01-01T11:00:00.5Z"],"values":["12","-3.25"]},"meta":{}}
            """).Series.ShouldHaveSingleItem();

        series.WireName.ShouldBe("s0");
        series.Timestamps.ShouldBe([Ten, Ten.AddHours(1).AddMilliseconds(500)]);
        series.Values.ShouldBe([12, -3.25]);
    }

    [Theory]
    [InlineData("\"1.4e-05\"", 1.4e-05)]
    [InlineData("\"1E+3\"", 1000.0)]
    [InlineData("\"11.123456789\"", 11.123456789)]
    [InlineData("\"\\u0031\"", 1.0)]
    [InlineData("17", 17.0)]
    [InlineData("1e400", null)]
    [InlineData("null", null)]
    [InlineData("\"\"", null)]
    [InlineData("\"none\"", null)]
    [InlineData("\"NaN\"", null)]
    [InlineData("\"Infinity\"", null)]
    [InlineData("\"1,000\"", null)]
    [InlineData("\" 1\"", null)]
    [InlineData("true", null)]
    [InlineData("{\"a\":[1]}", null)]
    public void A_value_is_a_numeric_string_or_else_null(string value, double? expected) =>
        Read($$$"""{"s0":{"timestamps":["2026-01-01T10:00:00Z","2026-01-01T11:00:00Z"],"values":[{{{value}}},"1"]}}""")
            .Series[0].Values.ShouldBe([expected, 1]);

    [Theory]
    [InlineData("2026-01-01T10:00:00")]
    [InlineData("2026-01-01T12:00:00+02:00")]
    [InlineData("2026-01-01T10:00:00.000Z")]
    [InlineData("2026-01-01T10:00:00\\u005A")]
    [InlineData("2026-01-01t10:00:00z")]
    [InlineData("2026-01-01 10:00:00Z")]
    [InlineData("2026-01-01T10:00:00.00000009Z")]
    public void A_timestamp_is_read_in_UTC(string timestamp)
    {
        var read = Read($$$"""{"s0":{"timestamps":["{{{timestamp}}}"],"values":["1"]}}""").Series[0].Timestamps[0];

        read.ShouldBe(Ten);
        read.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Columns_have_the_length_of_the_timestamps()
    {
        var model = Read("""
            {"s0":{"timestamps":["2026-01-01T10:00:00Z","2026-01-01T11:00:00Z"],"values":["1"]},
             "s1":{"timestamps":["2026-01-01T10:00:00Z"],"values":["1","2"]},
             "s2":{"timestamps":["2026-01-01T10:00:00Z"]},
             "s3":{"timestamps":["2026-01-01T10:00:00Z"],"values":null},
             "s4":{"values":["1"]},
             "s5":{"timestamps":null,"values":["1"]}}
            """);

        model.Series.Select(series => string.Join(' ', series.Values.Select(value => value?.ToString(CultureInfo.InvariantCulture) ?? "-")))
            .ShouldBe(["1 -", "1", "-", "-", "", ""]);
    }

    [Fact]
    public void Series_come_in_the_order_of_the_request_and_what_is_none_is_left_out()
    {
        var model = Read("""
            {"s10":{"timestamps":[],"values":[]},"total":5,"other":{"timestamps":[],"values":[]},"s2":{"values":[],"timestamps":[],"new":[{}]},
             "note":{"text":"x"},"list":[{"timestamps":[]}],"s0":{"timestamps":[],"values":[]},"nothing":null}
            """);

        model.Series.Select(series => series.WireName).ShouldBe(["s0", "s2", "s10", "other"]);
    }

    [Theory]
    [InlineData("""{"s0":{"timestamps":["soon"],"values":["1"]}}""")]
    [InlineData("""{"s0":{"timestamps":["12:00"],"values":["1"]}}""")]
    [InlineData("""{"s0":{"timestamps":["Jan 3"],"values":["1"]}}""")]
    [InlineData("""{"s0":{"timestamps":["2026-01-01"],"values":["1"]}}""")]
    [InlineData("""{"s0":{"timestamps":["2026-02-30T10:00:00Z"],"values":["1"]}}""")]
    [InlineData("""{"s0":{"timestamps":[],"values":["\ud800"]}}""")]
    [InlineData("""{"\ud800":{"timestamps":[]}}""")]
    [InlineData("""{"meta":{"units":[{"name":"\ud800","value":"v"}]}}""")]
    [InlineData("""{"s0":{"timestamps":[null],"values":["1"]}}""")]
    [InlineData("""{"s0":{"timestamps":[1767261600],"values":["1"]}}""")]
    [InlineData("""{"s0":{"timestamps":"2026-01-01T10:00:00Z","values":["1"]}}""")]
    [InlineData("""{"s0":{"timestamps":[],"values":"1"}}""")]
    [InlineData("""{"s0":{"timestamps":[],"timestamps":[]}}""")]
    [InlineData("""{"s0":{"timestamps":[]},"s0":{"timestamps":[]}}""")]
    [InlineData("""{"meta":{},"meta":{}}""")]
    [InlineData("""{"meta":{"lastUpdated":"x","lastUpdated":"y"}}""")]
    [InlineData("[]")]
    public void What_cannot_be_a_series_of_points_is_not_read(string json) => Should.Throw<JsonException>(() => Read(json));

    [Fact]
    public void Meta_is_read_whole()
    {
        var meta = Read("""
            {"meta":{"aggInterval":"ONE_MONTH","lastUpdated":"2026-01-01T10:00:00Z","normalization":"MIN0_MAX",
              "units":[{"name":"*","value":"certificates"}],"dateRange":[{"startTime":"2026-01-01T10:00:00Z","endTime":"2026-01-01T11:00:00Z"}],
              "confidenceInfo":{"level":5,"annotations":[{"dataSource":"CT","description":"d","endDate":"2026-01-01T11:00:00Z","eventType":"OUTAGE",
                "isInstantaneous":false,"linkedUrl":"https://example.com","startDate":"2026-01-01T10:00:00Z","tags":["a","b"]}]}}}
            """).Meta;

        meta.AggInterval.ShouldBe(CtResultInterval.ONE_MONTH);
        meta.LastUpdated.ShouldBe(Ten);
        meta.Normalization.ShouldBe(CtNormalization.MIN0_MAX);
        meta.Units.ShouldBe([new CtUnit("*", "certificates")]);
        meta.DateRange.ShouldBe([new CtDateRange(Ten, Ten.AddHours(1))]);
        meta.ConfidenceInfo.ShouldNotBeNull().Level.ShouldBe(5);
        var annotation = meta.ConfidenceInfo.Annotations.ShouldHaveSingleItem();
        annotation.Tags.ShouldBe(["a", "b"]);
        (annotation with { Tags = [] }).ToString().ShouldBe(
            new CtAnnotation(CtDataSource.CT, "d", Ten.AddHours(1), CtEventType.OUTAGE, false, "https://example.com", Ten, []).ToString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"meta":null}""")]
    [InlineData("""{"meta":[]}""")]
    [InlineData("""{"meta":{}}""")]
    [InlineData("""{"meta":{"aggInterval":1,"confidenceInfo":[],"dateRange":7,"lastUpdated":"","normalization":null,"units":"requests"}}""")]
    [InlineData("""{"meta":{"aggInterval":{"a":[]},"confidenceInfo":"x","dateRange":{"startTime":[]},"lastUpdated":"12:00","normalization":[1],"units":{}}}""")]
    [InlineData("""{"meta":{"lastUpdated":"Jan 3"}}""")]
    [InlineData("""{"meta":{"lastUpdated":"2026-01-01"}}""")]
    [InlineData("""{"meta":{"lastUpdated":1767261600}}""")]
    [InlineData("""{"meta":{"lastUpdated":"yesterday","dateRange":[null,{"startTime":"2026-01-01T10:00:00Z"}],"units":[{"name":"*"}]}}""")]
    public void What_meta_lacks_or_has_in_another_kind_is_null_or_empty(string json)
    {
        var meta = Read(json).Meta;

        (meta.AggInterval, meta.ConfidenceInfo, meta.LastUpdated, meta.Normalization).ShouldBe((null, null, null, null));
        meta.DateRange.ShouldBeEmpty();
        meta.Units.ShouldBeEmpty();
    }

    [Fact]
    public void Values_that_Cloudflare_adds_read_as_unknown()
    {
        var meta = Read("""
            {"meta":{"aggInterval":"ONE_YEAR","normalization":"3",
             "confidenceInfo":{"annotations":[null,{"dataSource":"ALL,BGP","eventType":"outage","linkedUrl":"","endDate":"","startDate":"x","tags":[1,"t"]}]}}}
            """).Meta;

        meta.AggInterval.ShouldBe(CtResultInterval.UNKNOWN);
        meta.Normalization.ShouldBe(CtNormalization.UNKNOWN);
        var info = meta.ConfidenceInfo.ShouldNotBeNull();
        info.Level.ShouldBeNull();
        var annotation = info.Annotations.ShouldHaveSingleItem();
        annotation.Tags.ShouldBe(["t"]);
        (annotation with { Tags = [] }).ToString().ShouldBe(
            new CtAnnotation(CtDataSource.UNKNOWN, null, null, CtEventType.UNKNOWN, null, null, null, []).ToString());
    }

    [Fact]
    public void A_date_range_that_stands_alone_is_a_list_of_one() =>
        Read("""{"meta":{"dateRange":{"startTime":"2026-01-01T10:00:00Z","endTime":"2026-01-01T11:00:00Z"}}}""")
            .Meta.DateRange.ShouldBe([new CtDateRange(Ten, Ten.AddHours(1))]);

    [Theory]
    [InlineData("5", 5)]
    [InlineData("\"5\"", 5)]
    [InlineData("5.0", 5)]
    [InlineData("0", 0)]
    [InlineData("4.5", null)]
    [InlineData("\"high\"", null)]
    [InlineData("1e10", null)]
    [InlineData("null", null)]
    [InlineData("[5]", null)]
    public void The_level_of_confidence_is_a_whole_number(string level, int? expected) =>
        Read($$$"""{"meta":{"confidenceInfo":{"level":{{{level}}} } } }""").Meta.ConfidenceInfo.ShouldNotBeNull().Level.ShouldBe(expected);

    /// <summary>They belong to the series by position. One that is left out would shift those behind it.</summary>
    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{"startTime":"2026-01-01T10:00:00Z"}""")]
    [InlineData("""{"startTime":"2026-01-01T10:00:00Z","endTime":"12:00"}""")]
    public void Date_ranges_end_before_one_that_cannot_be_read(string broken)
    {
        const string Range = """{"startTime":"2026-01-01T10:00:00Z","endTime":"2026-01-01T11:00:00Z"}""";
        Read($$$"""{"meta":{"dateRange":[{{{Range}}},{{{broken}}},{{{Range}}}],"aggInterval":"ONE_HOUR"}}""").Meta
            .DateRange.ShouldBe([new CtDateRange(Ten, Ten.AddHours(1))]);
        Read($$$"""{"meta":{"dateRange":[{{{broken}}},{{{Range}}}]}}""").Meta.DateRange.ShouldBeEmpty();
    }

    [Fact]
    public void No_end_passes_into_the_next_day()
    {
        var meta = Read("""{"meta":{"dateRange":[{"startTime":"2026-01-01T00:00:00Z","endTime":"2026-01-01T23:59:59.99999999Z"}],"lastUpdated":"2016-12-31T23:59:60Z"}}""").Meta;
        meta.DateRange[0].EndTime.ShouldBe(Ten.Date.AddDays(1).AddTicks(-1));
        meta.LastUpdated.ShouldBe(new DateTimeOffset(2016, 12, 31, 23, 59, 59, TimeSpan.Zero));
    }

    private static CtData<CtColumns> Read(string json) => Reading.Read(new CtTimeseriesReader(), json);
}
