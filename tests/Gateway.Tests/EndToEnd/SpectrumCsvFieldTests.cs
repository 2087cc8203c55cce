using System.Text.Json.Nodes;
using Gateway.Sandbox;

namespace Gateway.Tests.EndToEnd;

/// <summary><c>csv</c> of <c>spectrumBytime</c>, over HTTP.</summary>
public sealed class SpectrumCsvFieldTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    [Fact]
    public async Task The_csv_has_a_line_for_each_interval_and_a_column_for_each_row_and_metric()
    {
        var answer = (await app.SpectrumAsync(
            ", since: \"2026-01-01T00:00:00Z\", until: \"2026-01-01T02:00:00Z\", dimensions: [EVENT], metrics: [BYTES_INGRESS, COUNT], sort: [COUNT_DESC], limit: 2",
            "csv data { dimensions { eventName } count: values(metric: COUNT) bytes: values(metric: BYTES_INGRESS) }")).Data()["spectrumBytime"]!;

        var rows = answer["data"]!.AsArray();
        answer["csv"]!.GetValue<string>().ShouldBe(string.Join("", ((string[])
        [
            "time," + string.Join(',', rows.Select(row => $"{Event(row)} count,{Event(row)} bytesIngress")),
            "2026-01-01T00:00:00Z," + string.Join(',', rows.Select(row => $"{row!["count"]![0].Compact()},{row["bytes"]![0].Compact()}")),
            "2026-01-01T01:00:00Z," + string.Join(',', rows.Select(row => $"{row!["count"]![1].Compact()},{row["bytes"]![1].Compact()}")),
        ]).Select(line => line + "\r\n")));

        static string Event(JsonNode? row) => row!["dimensions"]!["eventName"]!.GetValue<string>();
    }

    [Fact]
    public async Task Without_metrics_the_csv_has_what_the_query_selects_beside_it()
    {
        var both = (await app.SpectrumAsync("", "csv totals { bytesEgress }")).Data()["spectrumBytime"]!;
        both["csv"]!.GetValue<string>().ShouldStartWith("time,bytesEgress\r\n");
        var alone = (await app.SpectrumAsync("", "csv")).Data()["spectrumBytime"]!;
        alone["csv"]!.GetValue<string>().ShouldStartWith("time,count\r\n");
    }

    /// <summary>In 200 bytes, Cloudflare's answer can ask for lines that no machine has memory for.</summary>
    [Fact]
    public async Task A_csv_that_would_be_far_larger_than_the_answer_is_refused_and_the_rest_is_answered()
    {
        var rows = string.Join(',', Enumerable.Repeat("{}", 20_000));
        var numbers = string.Join(',', Enumerable.Repeat('1', 20_000));
        app.Sandbox.Serve(
            SandboxEndpoint.Bytime,
            200,
            "application/json",
            $$$"""{"success":true,"result":{"rows":1,"data_lag":0,"data":[{"metrics":[[{{{numbers}}}]]},{{{rows}}}]}}""");

        var answer = await app.AskAsync(
            $"{{ spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: HOUR, limit: 777) {{ csv }} ctTimeseries {{ freshness {{ status }} }} }}");

        answer["data"]!["spectrumBytime"].ShouldBeNull();
        answer["data"]!["ctTimeseries"].ShouldNotBeNull();
        answer["errors"]![0]!["path"].Compact().ShouldBe("""["spectrumBytime","csv"]""");
        var refusal = answer.Refusal();
        refusal.Code().ShouldBe("RESPONSE_TOO_LARGE");
        refusal["maxBytes"]!.GetValue<int>().ShouldBe(16 * 1024 * 1024);
    }
}
