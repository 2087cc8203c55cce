using System.Text.Json.Nodes;

namespace Gateway.Tests.EndToEnd;

/// <summary>What a caller needs to cut incomplete intervals off, and to see that rows are missing, over HTTP.</summary>
public sealed class CompleteTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    private const string Flags = "completeIntervals timeIntervals { start complete } data { points { start complete } values(metric: COUNT) }";

    [Theory]
    [InlineData("2026-01-01T00:00:00Z", "2026-01-01T03:00:00Z", "true true true", 3)]
    [InlineData("2026-01-01T00:00:00Z", "2026-01-01T02:30:00Z", "true true false", 2)]
    [InlineData("2026-01-01T00:00:00.0000001Z", "2026-01-01T03:00:00Z", "false true true", 3)]
    [InlineData("2026-01-01T00:30:00Z", "2026-01-01T02:59:59.9999999Z", "false true false", 2)]
    [InlineData("2026-01-01T00:30:00Z", "2026-01-01T01:30:00Z", "false false", 0)]
    public async Task An_interval_is_complete_if_the_window_covers_it(string since, string until, string complete, int count)
    {
        var answer = (await app.SpectrumAsync($", since: \"{since}\", until: \"{until}\"", Flags)).Data()["spectrumBytime"]!;

        Told(answer["timeIntervals"]).ShouldBe(complete);
        Told(answer["data"]![0]!["points"]).ShouldBe(complete);
        answer["completeIntervals"]!.GetValue<int>().ShouldBe(count);
    }

    [Fact]
    public async Task The_running_interval_is_not_complete()
    {
        var answer = (await app.SpectrumAsync("", Flags)).Data()["spectrumBytime"]!;

        var intervals = Told(answer["timeIntervals"]).Split(' ');
        intervals[^1].ShouldBe("false");
        intervals.ShouldContain("true");
        answer["completeIntervals"]!.GetValue<int>().ShouldBe(Array.LastIndexOf(intervals, "true") + 1);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData(", limit: 10", false)]
    [InlineData(", limit: 1", true)]
    public async Task An_answer_tells_if_Cloudflare_has_more_rows(string limit, bool truncated)
    {
        var answer = (await app.SpectrumAsync($", dimensions: [IP_VERSION]{limit}", "truncated rows data { dimensions { ipVersion } }")).Data()["spectrumBytime"]!;

        answer["rows"]!.GetValue<int>().ShouldBe(2);
        answer["data"]!.AsArray().Count.ShouldBe(truncated ? 1 : 2);
        answer["truncated"]!.GetValue<bool>().ShouldBe(truncated);
    }

    [Theory]
    [InlineData("2026-01-01T00:00:00Z", "2026-01-01T03:00:00Z", "true true true", 3)]
    [InlineData("2026-01-01T00:30:00Z", "2026-01-01T02:30:00Z", "true true false", 2)]
    public async Task A_point_of_certificates_is_complete_if_the_adjusted_dates_cover_it(string start, string end, string complete, int count)
    {
        var answer = (await app.CtAsync(
            $"aggInterval: ONE_HOUR, dateStart: \"{start}\", dateEnd: \"{end}\"", "series { completePoints points { timestamp complete } values }")).Data()["ctTimeseries"]!["series"]![0]!;

        Told(answer["points"]).ShouldBe(complete);
        answer["completePoints"]!.GetValue<int>().ShouldBe(count);
    }

    private static string Told(JsonNode? list) =>
        string.Join(' ', list!.AsArray().Select(one => one!["complete"]!.GetValue<bool>() ? "true" : "false"));
}
