using System.Text.Json.Nodes;

namespace Gateway.Tests.EndToEnd;

/// <summary>An argument in a form that people take from elsewhere is told the right one, over real HTTP.</summary>
public sealed class ArgumentFormTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    private const string Form = "`1d` to `364d` or `1w` to `52w`, with `control` behind it for the window before";
    private const string ZoneForm = "`zoneId` has to be 32 hex digits, such as 023e105f4ecef8ad9ca31a8372d0c353.";
    private const string Domain =
        " A domain name is not an id. The id is on the zone's Overview page in Cloudflare's dashboard, section API, and in the API's list of zones by name (GET /zones?name=…).";

    [Theory]
    [InlineData("24h", ": `24h` is `1d`")]
    [InlineData("48h", ": `48h` is `2d`")]
    [InlineData("1440m", ": `1440m` is `1d`")]
    [InlineData("168Hcontrol", ": `168Hcontrol` is `7dcontrol`")]
    [InlineData("8736h", ": `8736h` is `364d`")]
    [InlineData("8760h", "")]
    [InlineData("36h", "")]
    [InlineData("60m", "")]
    [InlineData("0h", "")]
    [InlineData("-24h", "")]
    [InlineData("99999999999999999999h", "")]
    [InlineData("1y", "")]
    [InlineData("1440d", "")]
    [InlineData("1440w", "")]
    public async Task A_date_range_in_hours_or_minutes_is_told_its_days(string given, string help)
    {
        ErrorOf(await app.CtAsync($"dateRange: [\"{given}\"]")).ShouldBe(("BAD_USER_INPUT", $"`dateRange[0]` must be {Form}{help}.", "dateRange"));
        ErrorOf(await app.CtAsync($"series: [{{ dateRange: \"{given}\" }}]"))
            .ShouldBe(("BAD_USER_INPUT", $"`series[0].dateRange` must be {Form}{help}.", "series"));
    }

    [Theory]
    [InlineData("example.com", Domain)]
    [InlineData("https://www.example.com/", Domain)]
    [InlineData("bücher.example", Domain)]
    [InlineData("023e105f-4ece-f8ad-9ca3-1a8372d0c353", " Without its dashes this one has: 023e105f4ecef8ad9ca31a8372d0c353.")]
    [InlineData("023E105F-4ECE-F8AD-9CA3-1A8372D0C353", " Without its dashes this one has: 023e105f4ecef8ad9ca31a8372d0c353.")]
    [InlineData("023e105f4ecef8ad9ca31a8372d0c35", " This one has 31 characters.")]
    [InlineData("023e105f4ecef8ad9ca31a8372d0c3533", " This one has 33 characters.")]
    [InlineData("", " This one has 0 characters.")]
    [InlineData("023e105f-4ece-f8ad-9ca3-1a8372d0c35", " This one has 35 characters.")]
    [InlineData("zone3e105f4ecef8ad9ca31a8372d0c3", "")]
    public async Task What_is_no_zone_id_is_told_where_to_find_one(string given, string help)
    {
        ErrorOf(await app.AskAsync("query($zone: ID!) { spectrumBytime(zoneId: $zone, timeDelta: HOUR) { rows } }", new { zone = given }))
            .ShouldBe(("BAD_USER_INPUT", ZoneForm + help, "zoneId"));
    }

    private static (string Code, string Message, string Argument) ErrorOf(JsonNode answer) =>
        (answer.Refusal().Code(), answer.Message(), (string)answer.Refusal()["argument"]!);
}
