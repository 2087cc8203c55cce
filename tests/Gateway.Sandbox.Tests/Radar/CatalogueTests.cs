using System.Net;
using System.Text.Json;

namespace Gateway.Sandbox.Tests.Radar;

/// <summary>Authorities and logs are those of the series and groups.</summary>
public sealed class CatalogueTests(SharedSandbox sandbox)
{
    private const string Day = "dateStart=2026-03-02T00:00:00Z&dateEnd=2026-03-03T00:00:00Z&limitPerGroup=100";

    [Theory]
    [InlineData("CA", "authorities", "certificateAuthorities", "name")]
    [InlineData("CA_OWNER", "authorities", "certificateAuthorities", "owner")]
    [InlineData("LOG", "logs", "certificateLogs", "slug")]
    [InlineData("LOG_OPERATOR", "logs", "certificateLogs", "operator")]
    public async Task Keys_of_groups_are_in_the_list(string dimension, string list, string member, string name)
    {
        var keys = (await GetAsync($"summary/{dimension}?{Day}")).GetProperty("summary_0").EnumerateObject().Select(group => group.Name).ToArray();
        keys.ShouldNotBeEmpty();
        keys.ShouldBeSubsetOf(await ListAsync($"{list}?", member, name));
    }

    [Theory]
    [InlineData("authorities", "certificateAuthorities", "sha256Fingerprint")]
    [InlineData("logs", "certificateLogs", "slug")]
    public async Task Pages_are_parts_of_the_whole(string list, string member, string id)
    {
        var all = await ListAsync($"{list}?", member, id);
        all.Distinct().Count().ShouldBe(all.Length);
        (await ListAsync($"{list}?limit=4", member, id)).ShouldBe(all[..4]);
        (await ListAsync($"{list}?limit=4&offset=3", member, id)).ShouldBe(all[3..7]);
        (await ListAsync($"{list}?limit=100&offset={all.Length - 1}", member, id)).ShouldBe(all[^1..]);
        (await ListAsync($"{list}?limit=100&offset=1000", member, id)).ShouldBeEmpty();
    }

    /// <summary>An authority's fingerprint is a value of the filter too.</summary>
    [Fact]
    public async Task Each_item_has_details_and_a_series()
    {
        foreach (var item in (await GetAsync("authorities")).GetProperty("certificateAuthorities").EnumerateArray())
        {
            var fingerprint = item.GetProperty("sha256Fingerprint").GetString();
            var details = (await GetAsync($"authorities/{fingerprint}")).GetProperty("certificateAuthority");
            item.EnumerateObject().ShouldAllBe(member => details.GetProperty(member.Name).ToString() == member.Value.ToString());
            var series = await sandbox.CtAsync($"dateRange=1d&ca={fingerprint}");
            series.GetRawText().ShouldBe((await sandbox.CtAsync($"dateRange=1d&ca={Uri.EscapeDataString(item.GetProperty("name").GetString()!)}")).GetRawText());
        }

        foreach (var item in (await GetAsync("logs")).GetProperty("certificateLogs").EnumerateArray())
        {
            var details = (await GetAsync($"logs/{item.GetProperty("slug")}")).GetProperty("certificateLog");
            item.EnumerateObject().ShouldAllBe(member => details.GetProperty(member.Name).ToString() == member.Value.ToString());
        }
    }

    [Theory]
    [InlineData("authorities/0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("logs/unheard-of")]
    public async Task What_is_unknown_is_not_found_and_has_no_envelope(string target)
    {
        var (status, body) = await sandbox.Client.GetJsonAsync($"radar/ct/{target}");
        (status, body.GetRawText()).ShouldBe((HttpStatusCode.NotFound, """{"error":"Not found"}"""));
    }

    [Theory]
    [InlineData("authorities?limit=many", "limit")]
    [InlineData("logs?offset=-1", "offset")]
    public async Task What_is_wrong_is_told(string target, string word)
    {
        var (status, body) = await sandbox.Client.GetJsonAsync($"radar/ct/{target}");
        status.ShouldBe(HttpStatusCode.BadRequest, body.GetRawText());
        body.GetProperty("errors")[0].GetProperty("message").GetString().ShouldNotBeNull().ShouldContain(word);
    }

    private async Task<string[]> ListAsync(string target, string member, string name) =>
        [.. (await GetAsync(target)).GetProperty(member).EnumerateArray().Select(item => item.GetProperty(name).GetString()!)];

    private async Task<JsonElement> GetAsync(string target)
    {
        var (status, body) = await sandbox.Client.GetJsonAsync($"radar/ct/{target}");
        status.ShouldBe(HttpStatusCode.OK, body.GetRawText());
        return body.GetProperty("result");
    }
}
