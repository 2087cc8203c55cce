using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Sandbox.Tests.Radar;

public sealed class TimeseriesDataTests(SharedSandbox sandbox)
{
    private const string Week = "dateStart=2026-03-02T00:00:00Z&dateEnd=2026-03-09T00:00:00Z";

    [Fact]
    public async Task Without_parameters_there_is_a_week_by_the_hour()
    {
        var result = await sandbox.CtAsync("");
        var meta = result.GetProperty("meta");
        meta.GetProperty("aggInterval").GetString().ShouldBe("ONE_HOUR");
        meta.GetProperty("normalization").GetString().ShouldBe("RAW_VALUES");
        meta.GetProperty("units")[0].GetProperty("name").GetString().ShouldBe("*");
        meta.GetProperty("confidenceInfo").GetProperty("level").GetInt32().ShouldBe(5);
        result.EnumerateObject().Select(property => property.Name).ShouldBe(["meta", "serie_0"]);
    }

    [Fact]
    public async Task The_newest_buckets_are_missing_and_closed_ones_never_change()
    {
        var clock = new FakeTimeProvider(SharedSandbox.Now);
        await using var host = await SandboxServer.StartAsync(new SandboxOptions { Time = clock }, TestContext.Current.CancellationToken);
        using var client = new SandboxClient(host);
        const string Query = "?dateStart=2026-03-18T00:00:00Z&dateEnd=2026-03-18T12:00:00Z&aggInterval=1h";

        var before = await ReadAsync();
        // 10:37:42 less 45 minutes, on the grid.
        before.GetProperty("meta").GetProperty("lastUpdated").GetString().ShouldBe("2026-03-18T09:45:00Z");
        SharedSandbox.Strings(before.GetProperty("serie_0").GetProperty("timestamps"))[^1].ShouldBe("2026-03-18T08:00:00Z");

        clock.Advance(TimeSpan.FromDays(1));
        var after = SharedSandbox.Values((await ReadAsync()).GetProperty("serie_0"));
        after.Length.ShouldBe(12);
        after[..9].ShouldBe(SharedSandbox.Values(before.GetProperty("serie_0")));

        async Task<JsonElement> ReadAsync() => (await client.GetJsonAsync(SandboxClient.CtPath + Query)).Body.GetProperty("result");
    }

    [Fact]
    public async Task Each_series_has_its_name_and_its_own_filters_and_a_short_list_leaves_the_rest_unfiltered()
    {
        var both = await sandbox.CtAsync($"{Week}&{Week}&name=Static&name=all&logApi=STATIC");
        both.EnumerateObject().Select(property => property.Name).ShouldBe(["meta", "Static", "all"]);
        both.GetProperty("meta").GetProperty("dateRange").GetArrayLength().ShouldBe(2);
        SharedSandbox.Values(both.GetProperty("Static")).ShouldBe(await ValuesAsync($"{Week}&logApi=STATIC"));
        SharedSandbox.Values(both.GetProperty("all")).ShouldBe(await ValuesAsync(Week));
    }

    [Fact]
    public async Task An_empty_text_filters_nothing_at_its_position()
    {
        var both = await sandbox.CtAsync($"{Week}&{Week}&ca=&ca=someone");
        SharedSandbox.Values(both.GetProperty("serie_0")).ShouldBe(await ValuesAsync(Week));
        SharedSandbox.Values(both.GetProperty("serie_1")).ShouldBe(await ValuesAsync(Week + "&ca=someone"));
    }

    [Theory]
    [InlineData("15m", "1h")]
    [InlineData("1h", "1d")]
    [InlineData("1d", "1w")]
    public async Task Coarser_buckets_are_sums_of_finer_ones_under_every_filter(string fine, string coarse)
    {
        foreach (var filter in (string[])["", "&hasIps=true&ca=someone&publicKeyAlgorithm=RSA"])
        {
            var parts = (await sandbox.CtAsync($"{Week}&aggInterval={fine}{filter}")).GetProperty("serie_0");
            var wholes = (await sandbox.CtAsync($"{Week}&aggInterval={coarse}{filter}")).GetProperty("serie_0");
            var starts = SharedSandbox.Strings(wholes.GetProperty("timestamps"));
            var sums = new long[starts.Length];
            foreach (var (start, value) in SharedSandbox.Strings(parts.GetProperty("timestamps")).Zip(SharedSandbox.Values(parts)))
                sums[Array.FindLastIndex(starts, whole => string.CompareOrdinal(whole, start) <= 0)] += value;
            SharedSandbox.Values(wholes).ShouldBe(sums);
        }
    }

    [Theory]
    [InlineData("entryType", "PRECERTIFICATE CERTIFICATE")]
    [InlineData("hasIps", "true false")]
    [InlineData("publicKeyAlgorithm", "DSA ECDSA RSA")]
    [InlineData("validationLevel", "DOMAIN ORGANIZATION EXTENDED")]
    [InlineData("duration", "LTE_3D GT_3D_LTE_7D GT_7D_LTE_10D GT_10D_LTE_47D GT_47D_LTE_100D GT_100D_LTE_200D GT_200D")]
    public async Task The_values_of_a_closed_list_add_up_to_the_unfiltered_series(string name, string values)
    {
        var sums = new long[168];
        foreach (var value in values.Split(' '))
            sums = [.. sums.Zip(await ValuesAsync($"{Week}&{name}={value}"), (sum, some) => sum + some)];
        sums.ShouldBe(await ValuesAsync(Week));
    }

    [Fact]
    public async Task One_more_filter_never_adds_to_a_bucket()
    {
        var one = await ValuesAsync(Week + "&hasWildcards=false");
        var two = await ValuesAsync(Week + "&hasWildcards=false&tld=com");
        one.Zip(two).ShouldAllBe(pair => pair.First >= pair.Second);
    }

    [Fact]
    public async Task A_window_within_a_window_has_the_same_buckets()
    {
        var day = (await sandbox.CtAsync("dateStart=2026-03-04T00:00:00Z&dateEnd=2026-03-05T00:00:00Z&aggInterval=1h")).GetProperty("serie_0");
        SharedSandbox.Strings(day.GetProperty("timestamps"))[0].ShouldBe("2026-03-04T00:00:00Z");
        SharedSandbox.Values(day).ShouldBe((await ValuesAsync(Week))[48..72]);
    }

    [Fact]
    public async Task A_window_without_length_has_the_bucket_that_it_lies_in()
    {
        var series = (await sandbox.CtAsync("aggInterval=1h&dateStart=2019-12-27T18:11:19.117Z&dateEnd=2019-12-27T18:11:19.117Z")).GetProperty("serie_0");
        SharedSandbox.Strings(series.GetProperty("timestamps")).ShouldBe(["2019-12-27T18:00:00Z"]);
    }

    [Fact]
    public async Task Values_are_texts_of_numbers()
    {
        var values = (await sandbox.CtAsync(Week)).GetProperty("serie_0").GetProperty("values");
        values.EnumerateArray().ShouldAllBe(value => value.ValueKind == JsonValueKind.String);
        SharedSandbox.Strings(values).ShouldAllBe(value => long.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture) > 0);
    }

    [Fact]
    public async Task The_first_of_a_month_is_annotated()
    {
        var annotations = await AnnotationsAsync("dateStart=2026-01-15T00:00:00Z&dateEnd=2026-03-15T00:00:00Z");
        annotations.EnumerateArray().Select(annotation => annotation.GetProperty("startDate").GetString())
            .ShouldBe(["2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z"]);
        annotations[0].EnumerateObject().Select(property => property.Name).ShouldBe(
            ["dataSource", "description", "startDate", "endDate", "eventType", "isInstantaneous", "linkedUrl", "tags"], ignoreOrder: true);
        (await AnnotationsAsync(Week)).GetArrayLength().ShouldBe(0);

        async Task<JsonElement> AnnotationsAsync(string query) =>
            (await sandbox.CtAsync(query)).GetProperty("meta").GetProperty("confidenceInfo").GetProperty("annotations");
    }

    private async Task<long[]> ValuesAsync(string query) => SharedSandbox.Values((await sandbox.CtAsync(query + "&aggInterval=1h")).GetProperty("serie_0"));
}
