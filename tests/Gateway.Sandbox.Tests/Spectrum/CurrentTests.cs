using System.Net;
using System.Text.Json;

namespace Gateway.Sandbox.Tests.Spectrum;

public sealed class CurrentTests(SharedSandbox sandbox)
{
    [Theory]
    [InlineData("", "")]
    [InlineData("colo_name=SFO", " AND coloName==SFO")]
    public async Task The_last_minute_is_that_of_bytime(string query, string filter)
    {
        var current = await CurrentAsync(query);
        var table = new BytimeTable(await sandbox.BytimeAsync(
            "time_delta=minute&since=2026-03-18T10:35:00Z&until=2026-03-18T10:36:00Z&dimensions=appID&metrics=count,bytesIngress,bytesEgress,durationAvg"
            + $"&filters={Uri.EscapeDataString("event==progress" + filter)}"));
        current.Length.ShouldBe(table.Keys.Length);
        foreach (var app in current)
        {
            var id = app.GetProperty("appID").GetString()!;
            app.GetProperty("connections").GetDouble().ShouldBe(table.Series(id, "count").Single());
            app.GetProperty("bytesIngress").GetDouble().ShouldBe(table.Series(id, "bytesIngress").Single());
            app.GetProperty("bytesEgress").GetDouble().ShouldBe(table.Series(id, "bytesEgress").Single());
            app.GetProperty("durationAvg").GetDouble().ShouldBe(table.Series(id, "durationAvg").Single());
        }
    }

    [Fact]
    public async Task Applications_are_chosen_by_their_ids_with_commas()
    {
        var ids = (await CurrentAsync("")).Select(app => app.GetProperty("appID").GetString()).ToArray();
        (await CurrentAsync($"appID={ids[2]},{ids[0]}")).Select(app => app.GetProperty("appID").GetString()).ShouldBe([ids[0], ids[2]]);
        (await CurrentAsync($"appID={new string('0', 32)}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_that_is_too_long_is_refused() =>
        (await sandbox.Client.GetJsonAsync(Path + "?colo_name=SFOO")).Status.ShouldBe(HttpStatusCode.BadRequest);

    private static string Path => SandboxClient.BytimePath().Replace("events/bytime", "aggregate/current", StringComparison.Ordinal);

    private async Task<JsonElement[]> CurrentAsync(string query)
    {
        var (status, body) = await sandbox.Client.GetJsonAsync(Path + "?" + query);
        status.ShouldBe(HttpStatusCode.OK, body.GetRawText());
        return [.. body.GetProperty("result").EnumerateArray()];
    }
}
