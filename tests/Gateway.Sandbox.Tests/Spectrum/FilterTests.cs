namespace Gateway.Sandbox.Tests.Spectrum;

public sealed class FilterTests(SharedSandbox sandbox)
{
    private const string Query = "time_delta=day&since=2026-03-01T00:00:00Z&until=2026-03-04T00:00:00Z&dimensions=event,coloName";

    [Theory]
    [InlineData("event==connect", "^connect/")]
    [InlineData("coloName!=SFO", "/(?!SFO)")]
    [InlineData("coloName>GRU", "/(NRT|SFO|SIN)$")]
    [InlineData("coloName>=GRU", "/(GRU|NRT|SFO|SIN)$")]
    [InlineData("coloName<GRU", "/(AMS|FRA)$")]
    [InlineData("coloName<=GRU", "/(AMS|FRA|GRU)$")]
    [InlineData("event==disconnect AND coloName!=SFO", "^disconnect/(?!SFO)")]
    [InlineData("event==disconnect;coloName!=SFO", "^disconnect/(?!SFO)")]
    [InlineData("coloName==SIN,coloName==SFO", "/(SIN|SFO)$")]
    [InlineData("coloName==SIN OR coloName==SFO", "/(SIN|SFO)$")]
    [InlineData("event==connect AND coloName==SIN OR event==progress;coloName==AMS", "^(connect/SIN|progress/AMS)$")]
    [InlineData("event==connect,event==progress;coloName==AMS", "^(connect/|progress/AMS)")]
    [InlineData("coloName==sfo", "^nothing$")]
    public async Task A_filter_keeps_the_rows_that_match_as_they_are(string filters, string kept)
    {
        var wide = new BytimeTable(await sandbox.BytimeAsync(Query));
        var result = await sandbox.BytimeAsync($"{Query}&filters={Uri.EscapeDataString(filters)}");
        var narrow = new BytimeTable(result);
        narrow.Keys.ShouldBe(wide.Keys.Where(key => System.Text.RegularExpressions.Regex.IsMatch(key, kept)));
        foreach (var key in narrow.Keys)
            narrow.Series(key, "count").ShouldBe(wide.Series(key, "count"));
        result.GetProperty("query").GetProperty("filters").GetString().ShouldBe(filters);
    }

    [Fact]
    public async Task A_dimension_that_was_not_asked_for_filters_too()
    {
        var both = new BytimeTable(await sandbox.BytimeAsync(Query.Replace("coloName", "ipVersion", StringComparison.Ordinal)));
        var six = new BytimeTable(await sandbox.BytimeAsync(Query.Replace(",coloName", "", StringComparison.Ordinal) + "&filters=ipVersion%3D%3D6"));
        six.Series("connect", "count").ShouldBe(both.Series("connect/6", "count"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("event")]
    [InlineData("event=connect")]
    [InlineData("event==")]
    [InlineData("==connect")]
    [InlineData("event == connect")]
    [InlineData("event==connect AND")]
    [InlineData("event==connect,")]
    [InlineData("event==connect;;coloName==SFO")]
    [InlineData("event==connect and coloName==SFO")]
    [InlineData("event==a==b")]
    [InlineData("event=~connect")]
    [InlineData("(event==connect)")]
    [InlineData("event==disconnect%20AND%20coloName!=SFO")] // Percent-encoded within the text: how the documents print their example.
    public async Task What_the_grammar_does_not_know_is_refused(string filters) =>
        (await RefusalAsync(filters)).ShouldContain("is not a comparison");

    [Theory]
    [InlineData("ipVersion==5")]
    [InlineData("ipVersion<7")]
    [InlineData("event==connect AND ipVersion==44")]
    [InlineData("ipVersion==IPv4")]
    public async Task There_are_two_versions_of_IP(string filters) => (await RefusalAsync(filters)).ShouldContain("ipVersion is 4 or 6");

    [Fact]
    public async Task A_metric_cannot_be_filtered() => (await RefusalAsync("count>5")).ShouldContain("only dimensions");

    [Fact]
    public async Task An_unknown_dimension_is_refused() => (await RefusalAsync("colo==SFO")).ShouldContain("unknown dimension 'colo'");

    private Task<string> RefusalAsync(string filters) => sandbox.BytimeRefusalAsync($"{Query}&filters={Uri.EscapeDataString(filters)}");
}
