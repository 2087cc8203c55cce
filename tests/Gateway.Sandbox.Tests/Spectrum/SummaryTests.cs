using System.Net;
using System.Text.Json;

namespace Gateway.Sandbox.Tests.Spectrum;

public sealed class SummaryTests(SharedSandbox sandbox)
{
    private const string Inputs =
        "since=2026-03-02T00:00:00Z&until=2026-03-03T00:00:00Z&metrics=count,durationAvg&dimensions=event,coloName&filters=coloName!=SFO&sort=-count";

    [Fact]
    public async Task A_summary_is_the_sum_of_its_intervals()
    {
        var summary = await SummaryAsync(Inputs);
        var table = new BytimeTable(await sandbox.BytimeAsync("time_delta=hour&" + Inputs));
        summary.TryGetProperty("time_intervals", out _).ShouldBeFalse();
        summary.GetProperty("rows").GetInt32().ShouldBe(table.RowCount);
        summary.GetProperty("totals").GetProperty("count").GetDouble().ShouldBe(table.Map("totals", "count"));
        summary.GetProperty("totals").GetProperty("durationAvg").GetDouble().ShouldBe(table.Map("totals", "durationAvg"));
        foreach (var (row, key) in summary.GetProperty("data").EnumerateArray().Zip(table.Keys))
        {
            string.Join('/', SharedSandbox.Strings(row.GetProperty("dimensions"))).ShouldBe(key);
            row.GetProperty("metrics")[0].GetDouble().ShouldBe(table.Series(key, "count").Sum());
        }
    }

    [Fact]
    public async Task The_least_and_the_greatest_value_are_those_of_rows()
    {
        var summary = await SummaryAsync(Inputs);
        var counts = summary.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("metrics")[0].GetDouble()).ToArray();
        summary.GetProperty("min").GetProperty("count").GetDouble().ShouldBe(counts.Min());
        summary.GetProperty("max").GetProperty("count").GetDouble().ShouldBe(counts.Max());
    }

    [Theory]
    [InlineData("since=2026-03-02T00:00:00Z&until=2026-03-02T00:00:00Z")]
    [InlineData("since=2026-03-02T00:00:10Z&until=2026-03-02T00:00:50Z")]
    public async Task A_window_has_a_minute_at_least(string window) =>
        (await SummaryAsync(window)).GetProperty("totals").GetProperty("count").GetDouble().ShouldBeGreaterThan(0);

    [Fact]
    public async Task Wrong_parameters_are_refused() =>
        (await sandbox.Client.GetJsonAsync(Path + "?metrics=packets")).Status.ShouldBe(HttpStatusCode.BadRequest);

    private static string Path => SandboxClient.BytimePath().Replace("bytime", "summary", StringComparison.Ordinal);

    private async Task<JsonElement> SummaryAsync(string query)
    {
        var (status, body) = await sandbox.Client.GetJsonAsync(Path + "?" + query);
        status.ShouldBe(HttpStatusCode.OK, body.GetRawText());
        return body.GetProperty("result");
    }
}
