using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Gateway.Sandbox.Tests.Radar;

/// <summary>Groups come from the world of the series, so they add up to it.</summary>
public sealed class GroupsTests(SharedSandbox sandbox)
{
    private const string Day = "dateStart=2026-03-02T00:00:00Z&dateEnd=2026-03-03T00:00:00Z";

    public static TheoryData<string> Dimensions => ["CA", "CA_OWNER", "DURATION", "ENTRY_TYPE", "EXPIRATION_STATUS", "HAS_IPS", "HAS_WILDCARDS", "LOG",
        "LOG_API", "LOG_OPERATOR", "PUBLIC_KEY_ALGORITHM", "SIGNATURE_ALGORITHM", "TLD", "VALIDATION_LEVEL"];

    [Theory]
    [MemberData(nameof(Dimensions))]
    public async Task Groups_add_up_to_the_series_and_a_summary_to_its_groups(string dimension)
    {
        foreach (var filter in (string[])["", "&hasIps=false&ca=Northwind%20E5&uniqueEntries=true", "&caOwner=unheard-of&publicKeyAlgorithm=RSA&expirationStatus=VALID"])
        {
            var series = SharedSandbox.Values((await sandbox.CtAsync($"{Day}{filter}&aggInterval=1h")).GetProperty("serie_0"));
            var result = await GetAsync($"timeseries_groups/{dimension}?{Day}{filter}&aggInterval=1h");
            var groups = Groups(result.GetProperty("serie_0"));
            groups.Values.Aggregate(new long[24], (sum, some) => [.. sum.Zip(some, (a, b) => a + b)]).ShouldBe(series, filter);
            groups.Values.ShouldAllBe(values => values.All(value => value >= 0));
            result.GetProperty("meta").GetProperty("aggInterval").GetString().ShouldBe("ONE_HOUR");

            var summary = await GetAsync($"summary/{dimension}?{Day}{filter}&aggInterval=nonsense");
            summary.GetProperty("summary_0").EnumerateObject().ToDictionary(group => group.Name, group => Number(group.Value))
                .ShouldBe(groups.ToDictionary(group => group.Key, group => group.Value.Sum()), ignoreOrder: true);
            summary.GetProperty("meta").TryGetProperty("aggInterval", out _).ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("CA", "ca", "Northwind E6", "Northwind E6")]
    [InlineData("CA_OWNER", "caOwner", "Fabrikam", "Fabrikam")]
    [InlineData("LOG", "log", "nimbus2026", "nimbus2026")]
    [InlineData("LOG_API", "logApi", "STATIC", "static")]
    [InlineData("HAS_WILDCARDS", "hasWildcards", "true", "POSITIVE")]
    [InlineData("DURATION", "duration", "LTE_3D", "lte_3d")]
    [InlineData("TLD", "tld", "xn--p1ai", "xn--p1ai")]
    public async Task A_group_is_the_series_of_its_filter(string dimension, string filter, string value, string key)
    {
        var groups = Groups((await GetAsync($"timeseries_groups/{dimension}?{Day}&aggInterval=1h{(dimension is "CA" or "TLD" ? "&limitPerGroup=100" : "")}")).GetProperty("serie_0"));
        groups[key].ShouldBe(SharedSandbox.Values((await sandbox.CtAsync($"{Day}&{filter}={value.Replace(" ", "%20", StringComparison.Ordinal)}&aggInterval=1h")).GetProperty("serie_0")));
        Groups((await GetAsync($"timeseries_groups/{dimension}?{Day}&{filter}={value}")).GetProperty("serie_0")).Keys.ShouldBe([key]);
    }

    [Fact]
    public async Task Authorities_of_an_owner_are_its_groups() =>
        Groups((await GetAsync($"timeseries_groups/CA?{Day}&caOwner=Contoso%20Trust%20Services")).GetProperty("serie_0")).Keys
            .ShouldBe(["Contoso WE1", "Contoso WR1", "Contoso WR3"]);

    [Fact]
    public async Task A_limit_leaves_the_largest_groups_and_the_rest()
    {
        var all = Groups((await GetAsync($"timeseries_groups/TLD?{Day}&limitPerGroup=100")).GetProperty("serie_0"));
        var two = Groups((await GetAsync($"timeseries_groups/TLD?{Day}&limitPerGroup=2")).GetProperty("serie_0"));
        two.Keys.ShouldBe(["com", "net", "other"]);
        two["other"].Sum().ShouldBe(all.Values.Skip(2).Sum(values => values.Sum()));
    }

    [Fact]
    public async Task Percentages_are_of_all_groups()
    {
        var result = await GetAsync($"summary/PUBLIC_KEY_ALGORITHM?{Day}&normalization=PERCENTAGE");
        result.GetProperty("meta").GetProperty("normalization").GetString().ShouldBe("PERCENTAGE");
        result.GetProperty("summary_0").EnumerateObject().Sum(group => double.Parse(group.Value.GetString()!, CultureInfo.InvariantCulture)).ShouldBe(100, 0.001);
    }

    [Fact]
    public async Task Each_series_has_its_name()
    {
        var result = await GetAsync($"summary/CA?dateRange=7d&dateRange=7dcontrol&name=now&name=before&ca=&ca=Northwind%20R10");
        result.EnumerateObject().Select(member => member.Name).ShouldBe(["meta", "now", "before"]);
        result.GetProperty("before").EnumerateObject().Select(group => group.Name).ShouldBe(["Northwind R10"]);
    }

    [Theory]
    [InlineData("timeseries_groups/CA?limitPerGroup=1", "limitPerGroup")]
    [InlineData("timeseries_groups/CA?limitPerGroup=many", "limitPerGroup")]
    [InlineData("summary/LOG_API?limitPerGroup=5", "limitPerGroup")]
    [InlineData("summary/CA?normalization=MIN_MAX", "normalization")]
    [InlineData("summary/TLD?log=x", "tld")]
    [InlineData("summary/LOG_API?tld=com", "tld")]
    [InlineData("timeseries_groups/CA?aggInterval=2h", "aggInterval")]
    [InlineData("summary/COLOUR", "dimension")]
    public async Task What_is_wrong_is_told(string target, string word)
    {
        var (status, body) = await sandbox.Client.GetJsonAsync($"radar/ct/{target}");
        status.ShouldBe(HttpStatusCode.BadRequest, body.GetRawText());
        body.GetProperty("errors")[0].GetProperty("message").GetString().ShouldNotBeNull().ShouldContain(word);
    }

    [Fact]
    public async Task Csv_has_a_column_for_each_group()
    {
        using var response = await sandbox.Client.GetAsync($"radar/ct/timeseries_groups/LOG_API?{Day}&format=CSV");
        (await SandboxClient.ReadTextAsync(response)).ShouldStartWith("Serie_0 timestamps,Serie_0 rfc6962,Serie_0 static\r\n2026-03-02T00:00:00Z,");
    }

    private async Task<JsonElement> GetAsync(string target)
    {
        var (status, body) = await sandbox.Client.GetJsonAsync($"radar/ct/{target.Replace(" ", "%20", StringComparison.Ordinal)}");
        status.ShouldBe(HttpStatusCode.OK, body.GetRawText());
        return body.GetProperty("result");
    }

    private static Dictionary<string, long[]> Groups(JsonElement series) => series.EnumerateObject().Where(member => member.Name != "timestamps")
        .ToDictionary(member => member.Name, member => member.Value.EnumerateArray().Select(Number).ToArray());

    private static long Number(JsonElement value) => long.Parse(value.GetString()!, CultureInfo.InvariantCulture);
}
