using System.Text.Json;

namespace Gateway.Sandbox.Tests.Spectrum;

public sealed class BytimeParameterTests(SharedSandbox sandbox)
{
    [Theory]
    [InlineData("", "time_delta is required")]
    [InlineData("time_delta=", "time_delta must be one of")]
    [InlineData("time_delta=auto", "time_delta must be one of")]
    [InlineData("time_delta=HOUR", "time_delta must be one of")]
    [InlineData("TIME_DELTA=hour", "time_delta is required")]
    [InlineData("time_delta=hour&time_delta=day", "only once")]
    [InlineData("time_delta=hour&dimensions=colo", "dimensions: 'colo'")]
    [InlineData("time_delta=hour&dimensions=event%3BappID", "dimensions: 'event;appID'")]
    [InlineData("time_delta=hour&filters=event==connect;coloName==SFO", "semicolon")]
    [InlineData("time_delta=hour&dimensions=", "dimensions: ''")]
    [InlineData("time_delta=hour&metrics=requests", "metrics: 'requests'")]
    [InlineData("time_delta=hour&metrics=count,,bytesIngress", "metrics: ''")]
    [InlineData("time_delta=hour&metrics=count&sort=+count", "sort: ' count' must begin")]
    [InlineData("time_delta=hour&metrics=count&sort=count", "sort: 'count' must begin")]
    [InlineData("time_delta=hour&metrics=count&sort=-bytesIngress", "sort: 'bytesIngress' is not among")]
    [InlineData("time_delta=hour&metrics=count&sort=-event", "sort: 'event' is not among")]
    [InlineData("time_delta=hour&metrics=count&sort=-nonsense", "sort: 'nonsense' is not among")]
    [InlineData("time_delta=hour&limit=0", "limit must be")]
    [InlineData("time_delta=hour&limit=-1", "limit must be")]
    [InlineData("time_delta=hour&limit=1.5", "limit must be")]
    [InlineData("time_delta=hour&limit=99999999999", "limit must be")]
    [InlineData("time_delta=hour&since=2026-03-02T00:00:00Z&until=2026-03-01T00:00:00Z", "since must not be after until")]
    [InlineData("time_delta=minute&since=2020-01-01T00:00:00Z", "too fine")]
    [InlineData("time_delta=minute&since=2026-03-11T00:00:00Z&dimensions=event,appID,coloName,ipVersion", "too fine")]
    public async Task A_parameter_that_breaks_its_rule_is_refused(string query, string problem) =>
        (await sandbox.BytimeRefusalAsync(query)).ShouldContain(problem);

    [Fact]
    public async Task Everything_wrong_is_named_at_once() =>
        (await sandbox.BytimeRefusalAsync("metrics=a&dimensions=b&limit=c")).Split('\n').Length.ShouldBe(4);

    [Theory]
    [InlineData("year")]
    [InlineData("quarter")]
    [InlineData("month")]
    [InlineData("week")]
    [InlineData("day")]
    [InlineData("hour")]
    [InlineData("dekaminute")]
    [InlineData("minute")]
    public async Task Every_time_delta_is_known(string delta) =>
        (await sandbox.BytimeAsync($"time_delta={delta}")).GetProperty("query").GetProperty("time_delta").GetString().ShouldBe(delta);

    [Theory]
    [InlineData("metrics=count,bytesIngress,durationAvg&dimensions=event,appID")]
    [InlineData("metrics=count&metrics=bytesIngress&metrics=durationAvg&dimensions=event&dimensions=appID")]
    [InlineData("metrics=count%2CbytesIngress&metrics=durationAvg&dimensions=event,appID,event")]
    public async Task Lists_are_joined_by_commas_or_repeated_or_both(string lists)
    {
        var result = await sandbox.BytimeAsync("time_delta=hour&" + lists);
        var query = result.GetProperty("query");
        SharedSandbox.Strings(query.GetProperty("metrics")).ShouldBe(["count", "bytesIngress", "durationAvg"]);
        SharedSandbox.Strings(query.GetProperty("dimensions")).ShouldBe(["event", "appID"]);
        var row = result.GetProperty("data")[0];
        row.GetProperty("metrics").GetArrayLength().ShouldBe(3);
        row.GetProperty("dimensions").GetArrayLength().ShouldBe(2);
    }

    [Theory]
    [InlineData("sort=%2Bcount,-event")]
    [InlineData("sort=%2Bcount&sort=-event")]
    public async Task A_sort_is_an_encoded_plus_or_a_minus_and_a_field(string sort)
    {
        var result = await sandbox.BytimeAsync("time_delta=hour&metrics=count&dimensions=event&" + sort);
        SharedSandbox.Strings(result.GetProperty("query").GetProperty("sort")).ShouldBe(["+count", "-event"]);
    }

    [Fact]
    public async Task Without_dates_the_window_is_the_last_six_hours()
    {
        var query = (await sandbox.BytimeAsync("time_delta=hour")).GetProperty("query");
        query.GetProperty("until").GetString().ShouldBe("2026-03-18T10:37:42Z");
        query.GetProperty("since").GetString().ShouldBe("2026-03-18T04:37:42Z");
    }

    [Fact]
    public async Task Without_since_the_window_is_the_six_hours_before_until() =>
        (await sandbox.BytimeAsync("time_delta=hour&until=2026-02-01T00:00:00Z"))
            .GetProperty("query").GetProperty("since").GetString().ShouldBe("2026-01-31T18:00:00Z");

    [Fact]
    public async Task What_was_not_asked_is_not_echoed()
    {
        var query = (await sandbox.BytimeAsync("time_delta=hour")).GetProperty("query");
        foreach (var name in (string[])["filters", "limit", "sort"])
            query.TryGetProperty(name, out _).ShouldBeFalse(name);
        SharedSandbox.Strings(query.GetProperty("metrics")).ShouldBe(["count"]);
    }

    [Fact]
    public async Task Unknown_parameters_are_ignored() => await sandbox.BytimeAsync("time_delta=hour&page=2&Metrics=nonsense&sorted");

    [Theory]
    [InlineData("2014-01-01T05:20:00Z", "2014-01-01T05:20:00Z")]
    [InlineData("2014-01-01T05:20:00.12345Z", "2014-01-01T05:20:00.12345Z")]
    [InlineData("2014-01-01T05:20:00.123450%2B00:00", "2014-01-01T05:20:00.12345Z")]
    [InlineData("2014-01-01T05:20:00.123456789123Z", "2014-01-01T05:20:00.1234567Z")]
    [InlineData("2014-01-01t07%3A20%3A00%2B02%3A00", "2014-01-01T05:20:00Z")]
    [InlineData("2014-01-01T00:50:00-04:30", "2014-01-01T05:20:00Z")]
    [InlineData("2014-01-01T05:20:00z", "2014-01-01T05:20:00Z")]
    [InlineData("2014-01-01T05:20:00-00:00", "2014-01-01T05:20:00Z")]
    [InlineData("2014-01-01T05:20:00", "2014-01-01T05:20:00Z")]
    [InlineData("2012-06-30T23:59:60Z", "2012-07-01T00:00:00Z")]
    public async Task Since_is_read_in_every_form_of_RFC_3339(string since, string echoed)
    {
        var query = (await sandbox.BytimeAsync($"time_delta=year&since={since}")).GetProperty("query");
        query.GetProperty("since").GetString().ShouldBe(echoed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2014-01-01")]
    [InlineData("2014-01-01%2005:20:00Z")]
    [InlineData("2014-01-01T05:20Z")]
    [InlineData("2014-01-01T05:20:00.Z")]
    [InlineData("2014-01-01T05:20:00+00:00")]
    [InlineData("2014-01-01T05:20:00%2B0000")]
    [InlineData("2014-01-01T05:20:00%2B24:00")]
    [InlineData("2014-02-29T05:20:00Z")]
    [InlineData("2014-13-01T05:20:00Z")]
    [InlineData("2014-01-01T24:00:00Z")]
    [InlineData("2014-01-01T05:60:00Z")]
    [InlineData("2014-01-01T05:20:61Z")]
    [InlineData("1388553600")]
    [InlineData("-6h")]
    [InlineData("2014-01-01T05:20:00Z%0A")]
    [InlineData("9999-12-31T23:59:59Z")]
    public async Task What_is_no_RFC_3339_is_refused(string date)
    {
        (await sandbox.BytimeRefusalAsync($"time_delta=year&since={date}")).ShouldContain("since must be an RFC 3339 date-time");
        (await sandbox.BytimeRefusalAsync($"time_delta=year&until={date}")).ShouldContain("until must be an RFC 3339 date-time");
    }

    [Theory]
    [InlineData("year", "2025-02-03T04:05:06Z", "2026-01-01T00:00:00Z", "2025-01-01T00:00:00Z", "2025-12-31T23:59:59Z", 1)]
    [InlineData("quarter", "2025-05-03T04:05:06Z", "2025-07-01T00:00:01Z", "2025-04-01T00:00:00Z", "2025-06-30T23:59:59Z", 2)]
    [InlineData("month", "2024-02-03T04:05:06Z", "2024-04-01T00:00:00Z", "2024-02-01T00:00:00Z", "2024-02-29T23:59:59Z", 2)]
    [InlineData("week", "2026-03-18T00:00:00Z", "2026-03-23T00:00:00Z", "2026-03-16T00:00:00Z", "2026-03-22T23:59:59Z", 1)]
    [InlineData("day", "2026-03-18T05:00:00Z", "2026-03-20T05:00:00Z", "2026-03-18T00:00:00Z", "2026-03-18T23:59:59Z", 3)]
    [InlineData("hour", "2026-01-01T00:00:00Z", "2026-01-01T03:00:00Z", "2026-01-01T00:00:00Z", "2026-01-01T00:59:59Z", 3)]
    [InlineData("dekaminute", "2026-01-01T00:19:59Z", "2026-01-01T00:20:01Z", "2026-01-01T00:10:00Z", "2026-01-01T00:19:59Z", 2)]
    [InlineData("minute", "2014-01-01T05:20:00.12345Z", "2014-01-01T05:20:00.12345Z", "2014-01-01T05:20:00Z", "2014-01-01T05:20:59Z", 1)]
    public async Task Buckets_follow_the_calendar(string delta, string since, string until, string start, string end, int count)
    {
        var intervals = (await sandbox.BytimeAsync($"time_delta={delta}&since={since}&until={until}")).GetProperty("time_intervals");
        intervals.GetArrayLength().ShouldBe(count);
        SharedSandbox.Strings(intervals[0]).ShouldBe([start, end]);
        intervals.EnumerateArray().ShouldAllBe(interval => interval.ValueKind == JsonValueKind.Array && interval.GetArrayLength() == 2);
    }
}
