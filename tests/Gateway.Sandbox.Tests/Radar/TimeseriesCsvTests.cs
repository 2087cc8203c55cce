namespace Gateway.Sandbox.Tests.Radar;

public sealed class TimeseriesCsvTests(SharedSandbox sandbox)
{
    private const string Days = "aggInterval=1d&dateStart=2026-03-01T00:00:00Z&dateEnd=2026-03-04T00:00:00Z";
    private const string OlderDays = "dateStart=2026-02-01T00:00:00Z&dateEnd=2026-02-04T00:00:00Z";

    [Theory]
    [InlineData("CSV")]
    [InlineData("csv")]
    public async Task Series_stand_side_by_side_under_their_names(string format)
    {
        var json = await sandbox.CtAsync($"{Days}&{OlderDays}");
        long[] main = SharedSandbox.Values(json.GetProperty("serie_0")), older = SharedSandbox.Values(json.GetProperty("serie_1"));

        (await CsvAsync($"{Days}&{OlderDays}&name=main&name=older&format={format}")).ShouldBe(
            "Main timestamps,Main values,Older timestamps,Older values\r\n"
            + $"2026-03-01T00:00:00Z,{main[0]},2026-02-01T00:00:00Z,{older[0]}\r\n"
            + $"2026-03-02T00:00:00Z,{main[1]},2026-02-02T00:00:00Z,{older[1]}\r\n"
            + $"2026-03-03T00:00:00Z,{main[2]},2026-02-03T00:00:00Z,{older[2]}\r\n");
    }

    [Fact]
    public async Task Cells_that_lag_are_empty()
    {
        var csv = await CsvAsync("aggInterval=1h&dateStart=2026-03-18T08:00:00Z&dateEnd=2026-03-18T10:00:00Z"
            + "&dateStart=2026-03-17T08:00:00Z&dateEnd=2026-03-17T10:00:00Z&format=csv");
        csv.Split("\r\n")[2].ShouldStartWith(",,2026-03-17T09:00:00Z,");
    }

    [Fact]
    public async Task A_name_that_needs_quotes_has_them() =>
        (await CsvAsync($"{Days}&name=a,%22b%22&format=csv")).ShouldStartWith("\"A,\"\"b\"\" timestamps\",\"A,\"\"b\"\" values\"\r\n");

    private async Task<string> CsvAsync(string query)
    {
        using var response = await sandbox.Client.GetAsync($"{SandboxClient.CtPath}?{query}");
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        return await SandboxClient.ReadTextAsync(response);
    }
}
