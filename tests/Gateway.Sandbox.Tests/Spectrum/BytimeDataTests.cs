using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Sandbox.Tests.Spectrum;

public sealed class BytimeDataTests(SharedSandbox sandbox)
{
    private const string Window = "since=2026-03-02T00:00:00Z&until=2026-03-16T00:00:00Z";
    private const string AllMetrics = "metrics=count,bytesIngress,bytesEgress,durationAvg,durationMedian,duration90th,duration99th";
    private const string Everything = $"{Window}&{AllMetrics}&dimensions=event,appID,coloName,ipVersion";

    private static readonly string[] Additive = ["count", "bytesIngress", "bytesEgress"];
    private static readonly string[] Durations = ["durationAvg", "durationMedian", "duration90th", "duration99th"];

    [Fact]
    public async Task Totals_are_the_sums_of_the_rows()
    {
        var table = await TableAsync("time_delta=day&" + Everything);
        table.Rows.Count.ShouldBe(5 * 3 * 6 * 2);
        foreach (var metric in Additive)
            table.Map("totals", metric).ShouldBe(table.All(metric).Sum());
        table.Map("totals", "count").ShouldBeGreaterThan(0);
        table.Map("totals", "bytesIngress").ShouldBeGreaterThan(int.MaxValue);
    }

    [Fact]
    public async Task Min_and_max_are_the_least_and_the_greatest_value_there_is()
    {
        var table = await TableAsync("time_delta=day&" + Everything);
        foreach (var metric in Additive.Concat(Durations))
        {
            table.Map("min", metric).ShouldBe(table.All(metric).Min());
            table.Map("max", metric).ShouldBe(table.All(metric).Max());
        }
    }

    [Fact]
    public async Task A_total_duration_is_that_of_all_events_and_no_sum()
    {
        var table = await TableAsync($"time_delta=day&{Window}&{AllMetrics}&dimensions=event");
        var weighted = table.Keys.Sum(key => table.Series(key, "count").Zip(table.Series(key, "durationAvg"), (count, average) => count * average).Sum());
        table.Map("totals", "durationAvg").ShouldBe(weighted / table.Map("totals", "count"), 0.01);
        foreach (var metric in Durations)
            table.Map("totals", metric).ShouldBeInRange(table.Map("min", metric), table.Map("max", metric));
    }

    [Fact]
    public async Task Quantiles_are_in_their_order()
    {
        var table = await TableAsync("time_delta=day&" + Everything);
        table.Map("totals", "durationMedian").ShouldBeLessThan(table.Map("totals", "duration90th"));
        table.Map("totals", "duration90th").ShouldBeLessThan(table.Map("totals", "duration99th"));
    }

    [Theory]
    [InlineData("dimensions=event")]
    [InlineData("dimensions=coloName,ipVersion")]
    [InlineData("")]
    public async Task Fewer_dimensions_hold_the_same_events(string dimensions)
    {
        var fine = await TableAsync("time_delta=day&" + Everything);
        var coarse = await TableAsync($"time_delta=day&{Window}&{AllMetrics}&{dimensions}");
        foreach (var metric in Additive.Concat(Durations))
            coarse.Map("totals", metric).ShouldBe(fine.Map("totals", metric));
        coarse.All("count").Sum().ShouldBe(fine.All("count").Sum());
    }

    [Fact]
    public async Task Without_dimensions_there_is_one_row()
    {
        var table = await TableAsync($"time_delta=day&{Window}");
        table.Keys.ShouldBe([""]);
        table.RowCount.ShouldBe(1);
    }

    [Theory]
    [InlineData("minute", "dekaminute", "2026-03-02T00:00:00Z", "2026-03-02T06:00:00Z")]
    [InlineData("dekaminute", "hour", "2026-03-02T00:00:00Z", "2026-03-03T00:00:00Z")]
    [InlineData("hour", "day", "2026-03-02T00:00:00Z", "2026-03-09T00:00:00Z")]
    [InlineData("day", "week", "2026-03-02T00:00:00Z", "2026-03-16T00:00:00Z")]
    [InlineData("day", "month", "2025-11-01T00:00:00Z", "2026-03-01T00:00:00Z")]
    [InlineData("month", "quarter", "2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z")]
    [InlineData("quarter", "year", "2024-01-01T00:00:00Z", "2026-01-01T00:00:00Z")]
    public async Task Coarser_buckets_are_sums_of_finer_ones(string fine, string coarse, string since, string until)
    {
        var query = $"since={since}&until={until}&{AllMetrics}&dimensions=event";
        var parts = await TableAsync($"time_delta={fine}&{query}");
        var wholes = await TableAsync($"time_delta={coarse}&{query}");
        foreach (var metric in Additive)
        {
            foreach (var key in wholes.Keys)
            {
                var sums = new double[wholes.Starts.Length];
                for (var i = 0; i < parts.Starts.Length; i++)
                    sums[Array.FindLastIndex(wholes.Starts, start => string.CompareOrdinal(start, parts.Starts[i]) <= 0)] += parts.Series(key, metric)[i];
                wholes.Series(key, metric).ShouldBe(sums);
            }
        }
    }

    [Fact]
    public async Task A_window_within_a_window_has_the_same_buckets()
    {
        var wide = await TableAsync($"time_delta=hour&{Window}&{AllMetrics}&dimensions=event");
        var narrow = await TableAsync($"time_delta=hour&since=2026-03-05T07:20:00Z&until=2026-03-05T11:00:00Z&{AllMetrics}&dimensions=event");
        narrow.Starts.ShouldBe(["2026-03-05T07:00:00Z", "2026-03-05T08:00:00Z", "2026-03-05T09:00:00Z", "2026-03-05T10:00:00Z"]);
        var from = Array.IndexOf(wide.Starts, narrow.Starts[0]);
        foreach (var metric in Additive.Concat(Durations))
        {
            foreach (var key in narrow.Keys)
                narrow.Series(key, metric).ShouldBe(wide.Series(key, metric).Skip(from).Take(4));
        }
    }

    [Fact]
    public async Task Counts_are_whole_and_never_negative_and_bytes_need_events()
    {
        var table = await TableAsync($"time_delta=minute&since=2026-03-05T00:00:00Z&until=2026-03-05T03:00:00Z&{AllMetrics}&dimensions=event,coloName");
        table.All("count").ShouldAllBe(count => count >= 0 && Math.Floor(count) == count);
        table.All("count").ShouldContain(0);
        var silent = table.All("count").Zip(table.All("bytesEgress")).Where(pair => pair.First == 0);
        silent.ShouldAllBe(pair => pair.Second == 0);
    }

    [Fact]
    public async Task Rows_counts_what_there_is_before_the_limit_and_totals_stay()
    {
        var all = await TableAsync($"time_delta=day&{Window}&dimensions=event&sort=-count");
        var two = await TableAsync($"time_delta=day&{Window}&dimensions=event&sort=-count&limit=2");
        two.Keys.ShouldBe(all.Keys.Take(2));
        two.RowCount.ShouldBe(5);
        two.Map("totals", "count").ShouldBe(all.Map("totals", "count"));
    }

    [Fact]
    public async Task Rows_are_sorted_by_their_overall_value_or_by_a_dimension()
    {
        var falling = await TableAsync($"time_delta=day&{Window}&dimensions=event,coloName&sort=-count");
        falling.Keys.Select(key => falling.Series(key, "count").Sum()).ShouldBeInOrder(SortDirection.Descending);
        var rising = await TableAsync($"time_delta=day&{Window}&dimensions=event,coloName&sort=%2Bcount");
        rising.Keys.ShouldBe(falling.Keys.Reverse());
        var mixed = await TableAsync($"time_delta=day&{Window}&dimensions=event,coloName&sort=-coloName,%2Bevent");
        mixed.Keys.ShouldBe(falling.Keys
            .OrderByDescending(key => key.Split('/')[1], StringComparer.Ordinal)
            .ThenBy(key => key.Split('/')[0], StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_filter_that_nothing_matches_leaves_intervals_without_rows()
    {
        var table = await TableAsync($"time_delta=day&{Window}&dimensions=event&filters=event%3D%3Dnone");
        table.RowCount.ShouldBe(0);
        table.Rows.ShouldBeEmpty();
        table.Starts.Length.ShouldBe(14);
        foreach (var map in (string[])["totals", "min", "max"])
            table.Map(map, "count").ShouldBe(0);
    }

    [Fact]
    public async Task Zones_differ()
    {
        var path = SandboxClient.BytimePath(new string('a', 32)) + $"?time_delta=day&{Window}";
        var (status, other) = await sandbox.Client.GetJsonAsync(path);
        status.ShouldBe(HttpStatusCode.OK);
        var mine = await TableAsync($"time_delta=day&{Window}");
        new BytimeTable(other.GetProperty("result")).Series("", "count").ShouldNotBe(mine.Series("", "count"));
    }

    [Fact]
    public async Task The_newest_minutes_lag_and_closed_windows_never_change()
    {
        const string Query = "time_delta=minute&since=2026-03-18T10:30:00Z&until=2026-03-18T10:45:00Z";
        var clock = new FakeTimeProvider(SharedSandbox.Now);
        await using var host = await SandboxServer.StartAsync(new SandboxOptions { Time = clock }, TestContext.Current.CancellationToken);
        using var client = new SandboxClient(host);

        var (before, lag) = await ReadAsync();
        // 10:37:42 less a minute, floored: data ends at 10:36.
        lag.ShouldBe(102);
        before.ShouldNotContain(0, "closed minutes of a zone have events");
        before.Length.ShouldBe(6);

        clock.Advance(TimeSpan.FromHours(1));
        var (after, _) = await ReadAsync();
        after.Length.ShouldBe(15);
        after.Take(6).ShouldBe(before);

        async Task<(double[] Counts, double Lag)> ReadAsync()
        {
            var (_, body) = await client.GetJsonAsync(SandboxClient.BytimePath() + "?" + Query);
            var result = body.GetProperty("result");
            var counts = new BytimeTable(result).Series("", "count");
            var end = Array.FindLastIndex(counts, count => count > 0) + 1;
            return (counts[..end], result.GetProperty("data_lag").GetDouble());
        }
    }

    private async Task<BytimeTable> TableAsync(string query) => new(await sandbox.BytimeAsync(query));
}
