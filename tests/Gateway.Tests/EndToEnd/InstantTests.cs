using System.Text.Json.Nodes;

namespace Gateway.Tests.EndToEnd;

/// <summary>What is no instant is told which one it may be, over real HTTP.</summary>
public sealed class InstantTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    private const string Expected = "expects an RFC 3339 date and time with an offset, such as \"2026-01-31T09:00:00Z\"";

    [Theory]
    [InlineData("1764115200", " As seconds since 1970 that is \"2025-11-26T00:00:00Z\".")]
    [InlineData("1764115200000", " As milliseconds since 1970 that is \"2025-11-26T00:00:00Z\".")]
    [InlineData("1764115200.123456789", " As seconds since 1970 that is \"2025-11-26T00:00:00.1234567Z\".")]
    [InlineData("1.7641152e9", " As seconds since 1970 that is \"2025-11-26T00:00:00Z\".")]
    [InlineData("0", " As seconds since 1970 that is \"1970-01-01T00:00:00Z\".")]
    [InlineData("-1.5", " As seconds since 1970 that is \"1969-12-31T23:59:58.5Z\".")]
    [InlineData("99999999999", " As seconds since 1970 that is \"5138-11-16T09:46:39Z\".")]
    [InlineData("100000000000", " As milliseconds since 1970 that is \"1973-03-03T09:46:40Z\".")]
    [InlineData("253402300799999", " As milliseconds since 1970 that is \"9999-12-31T23:59:59.999Z\".")]
    [InlineData("253402300800000", "")]
    [InlineData("-99999999999", "")]
    [InlineData("1e400", "")]
    [InlineData("79228162514264337593543950335", "")]
    [InlineData("true", "")]
    [InlineData("\"1764115200\"", "")]
    [InlineData("\"yesterday\"", "")]
    [InlineData("\"2026-06-01\"", " In UTC that is \"2026-06-01T00:00:00Z\".")]
    [InlineData("\"2026-06-01T09:30\"", " In UTC that is \"2026-06-01T09:30:00Z\".")]
    [InlineData("\"2026-06-01T09:30:00.5\"", " In UTC that is \"2026-06-01T09:30:00.5Z\".")]
    [InlineData("\"2026-06-30T23:59:60Z\"", " It has no leap seconds: the next second is \"2026-07-01T00:00:00Z\".")]
    [InlineData("\"2026-07-01T01:59:60.5+02:00\"", " It has no leap seconds: the next second is \"2026-07-01T00:00:00Z\".")]
    [InlineData("\"9999-12-31T23:59:60Z\"", "")]
    [InlineData("\"2026-06-01T24:00:00Z\"", " A day ends where the next one begins: \"2026-06-02T00:00:00Z\".")]
    [InlineData("\"2026-06-01T24:00:00+02:00\"", " A day ends where the next one begins: \"2026-06-01T22:00:00Z\".")]
    [InlineData("\"2026-06-01T24:00:01Z\"", "")]
    [InlineData("\"9999-12-31T24:00:00Z\"", "")]
    [InlineData("\"2026-06-01T00:00:00+24:00\"", "")]
    [InlineData("\"2026-06-01T00:00:00.0123456789Z\"", "")]
    public async Task What_is_no_instant_is_told_which_one_it_may_be(string json, string help)
    {
        var message = await MessageOfAsync(json);
        message.ShouldContain(Expected);
        message.ShouldEndWith($", not {json}.{help}");
    }

    /// <summary>HotChocolate begins the sentence its own way.</summary>
    [Theory]
    [Trait("Gateway", "Engine")]
    [InlineData("true", "")]
    [InlineData("0", " As seconds since 1970 that is \"1970-01-01T00:00:00Z\".")]
    public async Task The_variable_and_its_type_are_named(string json, string help) =>
        (await MessageOfAsync(json)).ShouldBe($"Variable `$v` {Expected} (`DateTime`), not {json}.{help}");

    [Theory]
    [InlineData("timeDelta: HOUR, since: 1764115200", ", not 1764115200. As seconds since 1970 that is \"2025-11-26T00:00:00Z\".")]
    [InlineData("timeDelta: HOUR, since: 1764115200000", ", not 1764115200000. As milliseconds since 1970 that is \"2025-11-26T00:00:00Z\".")]
    [InlineData("timeDelta: HOUR, since: 1764115200.25", ", not 1764115200.25. As seconds since 1970 that is \"2025-11-26T00:00:00.25Z\".")]
    [InlineData("timeDelta: HOUR, since: \"2026-06-30T23:59:60Z\"", ", not \"2026-06-30T23:59:60Z\". It has no leap seconds: the next second is \"2026-07-01T00:00:00Z\".")]
    public async Task So_is_a_literal(string arguments, string message) =>
        (await app.AskAsync($"{{ spectrumBytime(zoneId: \"{GatewayApp.Zone}\", {arguments}) {{ rows }} }}")).Message().ShouldBe($"`DateTime` {Expected}{message}");

    [Theory]
    [InlineData("2026-06-01T09:30:00.123456789Z", "2026-06-01T09%3A30%3A00.1234567Z")]
    [InlineData("2026-06-01T09:30:00.99999999Z", "2026-06-01T09%3A30%3A00.9999999Z")]
    [InlineData("2026-06-02T09:29:00+23:59", "2026-06-01T09%3A30%3A00Z")]
    [InlineData("2026-05-31T09:31:00-23:59", "2026-06-01T09%3A30%3A00Z")]
    [InlineData("2026-06-01t09:30:00z", "2026-06-01T09%3A30%3A00Z")]
    public async Task Nine_digits_and_every_offset_of_the_scalars_specification_reach_the_wire(string given, string wire)
    {
        (await app.SpectrumAsync($", since: \"{given}\", until: \"2026-06-03T00:00:00Z\"")).Data();
        app.LastQuery.Split('&').ShouldContain($"since={wire}", app.LastQuery);
    }

    private async Task<string> MessageOfAsync(string json)
    {
        const string Query = "query($zone: ID!, $v: DateTime) { spectrumBytime(zoneId: $zone, timeDelta: HOUR, since: $v) { rows } }";
        using var content = new StringContent(
            $$$"""{"query":"{{{Query}}}","variables":{"zone":"{{{GatewayApp.Zone}}}","v":{{{json}}}}}""", null, "application/json");
        using var response = await app.Client.PostAsync("", content, TestContext.Current.CancellationToken);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.Message();
    }
}
