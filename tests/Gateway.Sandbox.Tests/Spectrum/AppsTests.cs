using System.Net;
using System.Text.Json;

namespace Gateway.Sandbox.Tests.Spectrum;

public sealed class AppsTests(SharedSandbox sandbox)
{
    [Fact]
    public async Task Names_fit_the_ids_of_the_events()
    {
        var apps = (await AppsAsync("")).GetProperty("result").EnumerateArray().Select(app => app.GetProperty("id").GetString()!);
        var table = new BytimeTable(await sandbox.BytimeAsync("time_delta=day&dimensions=appID"));
        apps.Order(StringComparer.Ordinal).ShouldBe(table.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Pages_are_parts_of_the_whole_in_the_order_asked()
    {
        var pages = new List<string>();
        for (var page = 1; page <= 3; page++)
        {
            var body = await AppsAsync($"page={page}&per_page=2&order=created_on&direction=desc");
            body.GetProperty("result_info").GetRawText().ShouldBe(
                $$"""{"count":{{(page == 1 ? 2 : page == 2 ? 1 : 0)}},"page":{{page}},"per_page":2,"total_count":3,"total_pages":2}""");
            pages.AddRange(body.GetProperty("result").EnumerateArray().Select(app => app.GetProperty("dns").GetProperty("name").GetString()!));
        }

        pages.ShouldBe(["app2.023e105f.example.com", "app1.023e105f.example.com", "app0.023e105f.example.com"]);
        (await AppsAsync("per_page=2")).GetProperty("result").GetArrayLength().ShouldBe(3);
    }

    [Theory]
    [InlineData("page=0")]
    [InlineData("page=1&per_page=101")]
    [InlineData("page=1&order=name")]
    [InlineData("page=1&direction=up")]
    public async Task Wrong_parameters_are_refused(string query) =>
        (await sandbox.Client.GetJsonAsync(Path + "?" + query)).Status.ShouldBe(HttpStatusCode.BadRequest);

    private static string Path => SandboxClient.BytimePath().Replace("analytics/events/bytime", "apps", StringComparison.Ordinal);

    private async Task<JsonElement> AppsAsync(string query)
    {
        var (status, body) = await sandbox.Client.GetJsonAsync(Path + "?" + query);
        status.ShouldBe(HttpStatusCode.OK, body.GetRawText());
        return body;
    }
}
