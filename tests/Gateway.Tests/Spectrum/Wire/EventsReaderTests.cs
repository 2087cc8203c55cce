using System.Text.Json;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;
using static Gateway.Tests.Spectrum.Wire.Answers;

namespace Gateway.Tests.Spectrum.Wire;

public sealed class EventsReaderTests
{
    private const string TwoHours = """[["2026-01-01T00:00:00Z", "2026-01-01T00:59:59Z"], ["2026-01-01T01:00:00Z", "2026-01-01T01:59:59Z"]]""";

    private static readonly DateTimeOffset Midnight = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly SpectrumEventsArguments EventsAndColos = Requests.Least with
    {
        Dimensions = [SpectrumDimension.Event, SpectrumDimension.ColoName],
        Metrics = [SpectrumMetric.Count, SpectrumMetric.BytesIngress],
    };

    [Fact]
    public void A_whole_answer_is_read()
    {
        var data = Read(
            $$"""
            {
              "rows": 2, "data_lag": 63.5,
              "query": {
                "metrics": ["count", "bytesIngress"], "dimensions": ["event"], "filters": "event!=progress", "sort": ["+count", "-event"],
                "since": "2026-01-01T00:00:00Z", "until": "2026-01-01T02:00:00+00:00", "time_delta": "hour", "limit": 100
              },
              "time_intervals": {{TwoHours}},
              "data": [
                { "dimensions": ["connect"], "metrics": [[5, 7], [900, 12000000000]] },
                { "dimensions": ["originError"], "metrics": [[4, 0], [0, 1.5]] }
              ],
              "totals": { "count": 16, "bytesIngress": 12000000901.5 }, "min": { "count": 0 }, "max": { "count": 7 }
            }
            """,
            EventsAndColos);

        data.DataLag.ShouldBe(63.5);
        data.RowCount.ShouldBe(2);
        data.TimeIntervals.Select(Both).ShouldBe([(Midnight, Midnight.AddSeconds(3599)), (Midnight.AddHours(1), Midnight.AddSeconds(7199))]);
        data.Rows.Select(row => row.Dimensions.Event).ShouldBe([SpectrumEvent.Connect, SpectrumEvent.OriginError]);
        data.Rows[0].GetValues(SpectrumMetric.BytesIngress).ShouldBe([900, 12_000_000_000]);
        data.Rows[1].Points.Select(point => (point.Start, point.Count, point.BytesIngress))
            .ShouldBe([(Midnight, 4, 0), (Midnight.AddHours(1), 0, 1.5)]);
        (data.Totals.Count, data.Totals.BytesIngress, data.Totals.DurationAvg).ShouldBe((16, 12_000_000_901.5, null));
        (data.Min.Count, data.Max.Count).ShouldBe((0, 7));
        data.Query.Dimensions.ShouldBe([SpectrumDimension.Event]);
        data.Query.Metrics.ShouldBe([SpectrumMetric.Count, SpectrumMetric.BytesIngress]);
        data.Query.Sort.ShouldBe([Sorts.CountAsc, Sorts.EventDesc]);
        (data.Query.Filters, data.Query.Limit).ShouldBe(("event!=progress", 100));
        (data.Query.Since, data.Query.Until).ShouldBe((Midnight, Midnight.AddHours(2)));
    }

    [Fact]
    public void The_example_of_the_API_documents_is_read()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Spectrum", "Wire", "Examples", "bytime.json"));
        using var example = JsonDocument.Parse(file);
        var data = Read(example.RootElement.GetProperty("result").GetRawText());

        var instant = new DateTimeOffset(2014, 1, 1, 5, 20, 0, TimeSpan.Zero).AddTicks(1_234_500);
        data.TimeIntervals.Select(Both).ShouldBe([(instant, null)]);
        var row = data.Rows.ShouldHaveSingleItem();
        (row.Dimensions.Event, row.Dimensions.EventName, row.Dimensions.AppId).ShouldBe((SpectrumEvent.Unknown, "string", null));
        row.Points.Select(point => (point.Start, point.End, point.Count, point.BytesIngress)).ShouldBe([(instant, null, 0, null)]);
        (data.Max.BytesEgress, data.Min.BytesIngress, data.Totals.Count).ShouldBe((100, 50, null));
        (data.DataLag, data.RowCount).ShouldBe((3, 5));
        data.Query.Dimensions.ShouldBe([SpectrumDimension.Event, SpectrumDimension.AppId]);
        data.Query.Sort.ShouldBe([Sorts.CountAsc, Sorts.BytesIngressDesc]);
        (data.Query.Limit, data.Query.Since, data.Query.Filters).ShouldBe((0, instant, "event==disconnect%20AND%20coloName!=SFO"));
    }

    [Fact]
    public void Columns_and_dimensions_go_by_the_names_of_the_echo()
    {
        var row = Read(
            """
            { "rows": 1, "data_lag": 0,
              "query": { "metrics": ["bytesIngress", "unheardOf", "count"], "dimensions": ["coloName", "planet", "event"] },
              "data": [{ "dimensions": ["SFO", "earth", "connect"], "metrics": [[900], [1], [5]] }] }
            """,
            EventsAndColos).Rows.ShouldHaveSingleItem();

        (row.Dimensions.Event, row.Dimensions.ColoName).ShouldBe((SpectrumEvent.Connect, "SFO"));
        (row.Points[0].Count, row.Points[0].BytesIngress).ShouldBe((5, 900));
    }

    [Theory]
    [InlineData("")]
    [InlineData(", \"query\": null")]
    [InlineData(", \"query\": {}")]
    [InlineData(", \"query\": { \"metrics\": null, \"dimensions\": [] }")]
    [InlineData(", \"query\": \"event==connect\"")]
    [InlineData(", \"query\": [[{}]]")]
    [InlineData(", \"query\": { \"metrics\": \"count\", \"dimensions\": { \"a\": [] }, \"sort\": 5, \"limit\": [], \"filters\": {} }")]
    public void Where_the_echo_lacks_its_lists_those_of_the_request_count(string query)
    {
        var data = Read(
            $$"""{ "rows": 1, "data_lag": 0 {{query}}, "data": [{ "dimensions": ["connect", "SFO"], "metrics": [[5], [900]] }] }""",
            EventsAndColos with { Sort = [Sorts.CountDesc] });

        var row = data.Rows.ShouldHaveSingleItem();
        (row.Dimensions.Event, row.Dimensions.ColoName).ShouldBe((SpectrumEvent.Connect, "SFO"));
        (row.Points[0].Count, row.Points[0].BytesIngress).ShouldBe((5, 900));
        data.Query.Metrics.ShouldBe([SpectrumMetric.Count, SpectrumMetric.BytesIngress]);
        data.Query.Dimensions.ShouldBe([SpectrumDimension.Event, SpectrumDimension.ColoName]);
        data.Query.Sort.ShouldBe([Sorts.CountDesc]);
        data.Query.Limit.ShouldBeNull();
    }

    [Theory]
    [InlineData("[5, 900]", "5", "900")]
    [InlineData("[[5, 6], [900, 901]]", "5 6", "900 901")]
    [InlineData("[[5, null], [null, 901]]", "5 -", "- 901")]
    [InlineData("[null, [900, 901]]", "- -", "900 901")]
    [InlineData("[[5, 6]]", "5 6", "- -")]
    [InlineData("[[5], [900, 901]]", "5 -", "900 901")]
    [InlineData("[[], []]", "", "")]
    [InlineData("[]", "", "")]
    [InlineData("null", "", "")]
    [InlineData("[[5], [900], [1, 2, 3], [4]]", "5 - -", "900 - -")]
    [InlineData("[[5e0], [9.0e2]]", "5", "900")]
    [InlineData("[[\"5\"], [\"9.0e2\"]]", "5", "900")]
    [InlineData("[\"5\", \"\\u0039\"]", "5", "9")]
    [InlineData("[[1e999], [900]]", "-", "900")]
    public void Metrics_are_read_in_every_form(string metrics, string count, string bytesIngress)
    {
        var row = Read($$"""{ "rows": 1, "data_lag": 0, "data": [{ "metrics": {{metrics}} }] }""", EventsAndColos).Rows.ShouldHaveSingleItem();
        Text(row.GetValues(SpectrumMetric.Count)).ShouldBe(count);
        Text(row.GetValues(SpectrumMetric.BytesIngress)).ShouldBe(bytesIngress);
        Text(row.Points.Select(point => point.Count)).ShouldBe(count);
    }

    [Theory]
    [InlineData("null", 0)]
    [InlineData("[]", 0)]
    [InlineData("""[["2026-01-01T00:00:00Z", "2026-01-01T01:00:00Z"]]""", 1)]
    [InlineData(TwoHours, 2)]
    public void There_are_as_many_points_as_the_longest_of_what_is_there(string intervals, int count)
    {
        var data = Read($$"""{ "rows": 2, "data_lag": 0, "time_intervals": {{intervals}}, "data": [{ "metrics": [[5]] }, {}, null] }""");
        data.TimeIntervals.Count.ShouldBe(count);
        data.Rows.Select(row => row.Points.Count).ShouldBe(Enumerable.Repeat(Math.Max(count, 1), 3));
        data.Rows[0].Points[0].Start.ShouldBe(count > 0 ? Midnight : null);
    }

    [Fact]
    public void Points_beyond_the_intervals_have_no_time()
    {
        var row = Read("""{ "rows": 1, "data_lag": 0, "time_intervals": [["2026-01-01T00:00:00Z"]], "data": [{ "metrics": [[5, 6]] }] }""").Rows[0];
        row.Points.Select(point => (point.Start, point.End, point.Count)).ShouldBe([(Midnight, null, 5), (null, null, 6)]);
        Should.Throw<ArgumentOutOfRangeException>(() => row.Points[2]);
        Should.Throw<ArgumentOutOfRangeException>(() => row.Points[-1]);
    }

    [Theory]
    [InlineData("""["2026-01-01T02:00:00+02:00", "2025-12-31T23:00:00-02:00"]""", 1.0)]
    [InlineData("""["2026-01-01T00:00:00.000", "2026-01-01T01:00:00"]""", 1.0)]
    [InlineData("""["2026-01-01T00:00:00Z"]""", null)]
    [InlineData("""["2026-01-01T00:00:00Z", null]""", null)]
    [InlineData("""["2026-01-01T00:00:00Z", ""]""", null)]
    [InlineData("""["2026-01-01T00:00:00Z", "12:00"]""", null)]
    [InlineData("""["2026-01-01t00:00:00z", "2026-01-01 01:00:00z", "more", [5]]""", 1.0)]
    [InlineData("""["2026-01-01T00:00:00.00000009Z", "2026-01-01T01:00:00.00000009Z"]""", 1.0)]
    [InlineData("""["2026-01-01T00:00:00Z", {"at": 1}]""", null)]
    public void Intervals_are_read_in_every_form(string interval, double? hours) =>
        Read($$"""{ "rows": 0, "data_lag": 0, "time_intervals": [{{interval}}] }""").TimeIntervals.Select(Both)
            .ShouldBe([(Midnight, hours is { } length ? Midnight.AddHours(length) : null)]);

    [Fact]
    public void A_leap_second_is_the_last_of_its_day()
    {
        var interval = Read("""{ "rows": 0, "data_lag": 0, "time_intervals": [["2016-12-31T23:00:00Z", "2016-12-31T23:59:60Z"]] }""").TimeIntervals[0];
        interval.End.ShouldBe(new DateTimeOffset(2016, 12, 31, 23, 59, 59, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("connect", SpectrumEvent.Connect)]
    [InlineData("progress", SpectrumEvent.Progress)]
    [InlineData("disconnect", SpectrumEvent.Disconnect)]
    [InlineData("originError", SpectrumEvent.OriginError)]
    [InlineData("clientFiltered", SpectrumEvent.ClientFiltered)]
    [InlineData("CONNECT", SpectrumEvent.Unknown)]
    [InlineData("tlsFailed", SpectrumEvent.Unknown)]
    public void An_event_keeps_its_spelling(string name, SpectrumEvent value)
    {
        var dimensions = Row("event", name);
        (dimensions.Event, dimensions.EventName).ShouldBe((value, name));
    }

    [Theory]
    [InlineData("4", 4)]
    [InlineData("6", 6)]
    [InlineData("IPv4", null)]
    [InlineData("-4", null)]
    [InlineData("4.5", null)]
    [InlineData("4294967300", null)]
    [InlineData("", null)]
    public void The_version_of_ip_is_a_number(string text, int? version) => Row("ipVersion", text).IpVersion.ShouldBe(version);

    [Fact]
    public void A_dimension_may_be_a_number()
    {
        var dimensions = Read(
            """{ "rows": 1, "data_lag": 0, "query": { "dimensions": ["event", "ipVersion"] }, "data": [{ "dimensions": [5, 4] }] }""").Rows[0].Dimensions;
        (dimensions.EventName, dimensions.Event, dimensions.IpVersion).ShouldBe(("5", SpectrumEvent.Unknown, 4));
    }

    [Fact]
    public void A_dimension_that_is_null_or_was_not_asked_for_is_null()
    {
        var dimensions = Read(
            """{ "rows": 1, "data_lag": 0, "query": { "dimensions": ["event", "coloName"] }, "data": [{ "dimensions": [null, "SFO"] }] }""").Rows[0].Dimensions;
        (dimensions.Event, dimensions.EventName, dimensions.AppId, dimensions.IpVersion).ShouldBe((null, null, null, null));
        dimensions.ColoName.ShouldBe("SFO");
    }

    [Fact]
    public void An_answer_without_traffic_has_intervals_and_no_rows()
    {
        var data = Read($$"""{ "rows": 0, "data_lag": 0, "data": [], "time_intervals": {{TwoHours}}, "min": {}, "max": null }""");
        data.Rows.ShouldBeEmpty();
        data.TimeIntervals.Count.ShouldBe(2);
        (data.Min.Count, data.Max.Count, data.Totals.Count).ShouldBe((null, null, null));
    }

    [Theory]
    [InlineData("100", 100)]
    [InlineData("100.0", 100)]
    [InlineData("null", null)]
    [InlineData("\"100\"", 100)]
    [InlineData("\"many\"", null)]
    [InlineData("{}", null)]
    [InlineData("true", null)]
    [InlineData("0.5", null)]
    [InlineData("-1", null)]
    [InlineData("2147483647", 2147483647)]
    [InlineData("2147483648", null)]
    [InlineData("1e20", null)]
    public void The_echoed_limit_is_a_number_of_rows(string limit, int? expected) =>
        Read($$"""{ "rows": 0, "data_lag": 0, "query": { "limit": {{limit}}, "since": "yesterday", "until": 5 } }""").Query.Limit.ShouldBe(expected);

    [Fact]
    public void Numbers_may_be_strings()
    {
        var data = Read("""{ "rows": "2147483647", "data_lag": "63.5", "totals": { "count": "16" }, "min": { "count": "0" }, "max": { "count": "7e0", "durationAvg": null } }""");
        (data.RowCount, data.DataLag).ShouldBe((int.MaxValue, 63.5));
        (data.Totals.Count, data.Min.Count, data.Max.Count, data.Max.DurationAvg).ShouldBe((16, 0, 7, null));
    }

    [Theory]
    [InlineData("2147483648")]
    [InlineData("1e20")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("\"many\"")]
    [InlineData("null")]
    [InlineData("[1]")]
    public void A_number_of_rows_that_cannot_be_told_is_not_made_up(string rows) =>
        Should.Throw<JsonException>(() => Read($$"""{ "rows": {{rows}}, "data_lag": 0 }"""));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "rows": 1 }""")]
    [InlineData("""{ "rows": 1, "data_lag": 0, "data": [{ "metrics": [["many"]] }] }""")]
    [InlineData("""{ "rows": 1, "data_lag": 0, "data": [{ "metrics": 5 }] }""")]
    [InlineData("""{ "rows": 1, "data_lag": 0, "time_intervals": [[]] }""")]
    [InlineData("""{ "rows": 1, "data_lag": 0, "time_intervals": [["noon"]] }""")]
    [InlineData("""{ "rows": 1, "data_lag": 0, "time_intervals": [["12:00"]] }""")]
    [InlineData("""{ "rows": 1, "data_lag": 0, "time_intervals": [["2026-01-01"]] }""")]
    [InlineData("""{ "rows": 1, "data_lag": 0, "time_intervals": ["2026-01-01T00:00:00Z"] }""")]
    [InlineData("""{ "rows": 1, "data_lag": 0, "time_intervals": "2026-01-01T00:00:00Z" }""")]
    [InlineData("""{ "rows": 1, "data_lag": "NaN" }""")]
    [InlineData("""{ "rows": 1, "data_lag": 1e999 }""")]
    [InlineData("""{ "rows": 1, "data_lag": 0, "totals": { "count": "many" } }""")]
    [InlineData("""{ "rows": 1, "data_lag": 0, "totals": { "count": [1] } }""")]
    [InlineData("""{ "rows": 1, "data_lag": 0, "totals": [] }""")]
    [InlineData("""{ "rows": 1, "data_lag": 0, "data": [{ "metrics": [[{}]] }] }""")]
    [InlineData("""{ "rows": 1, "data_lag": 0, "data": [{ "dimensions": [true] }] }""")]
    [InlineData("""{ "rows": 1, "data_lag": 0, "data": [{ "dimensions": ["\ud800"] }] }""")]
    [InlineData("""{ "rows": 1, "data_lag": 0, "data": [5] }""")]
    [InlineData("""{ "rows": 1, "data_lag": 0, "data": {} }""")]
    [InlineData("""{ "rows": 1, "data_lag": 0, "rows": 2 }""")]
    public void What_is_not_the_promised_answer_is_not_read(string result) => Should.Throw<JsonException>(() => Read(result));

    private static (DateTimeOffset Start, DateTimeOffset? End) Both(TimeInterval interval) => (interval.Start, interval.End);

    private static SpectrumDimensions Row(string dimension, string value) => Read(
        $$"""{ "rows": 1, "data_lag": 0, "query": { "dimensions": ["{{dimension}}"] }, "data": [{ "dimensions": ["{{value}}"] }] }""").Rows[0].Dimensions;

    private static string Text(IEnumerable<double?> values) =>
        string.Join(' ', values.Select(value => value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"));
}
