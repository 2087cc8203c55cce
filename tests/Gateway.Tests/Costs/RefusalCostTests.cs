using System.Text.Json.Nodes;
using Gateway.Tests.EndToEnd;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests.Costs;

/// <summary>
/// Limits the allocations of a refusal, as the measure of its work: input beyond a bound is refused before it is read. The counts are the
/// same on every machine. Runs alone, because memory is counted for the whole process.
/// </summary>
[Collection<HitCostCollection>]
public sealed class RefusalCostTests : IAsyncLifetime
{
    private const int Requests = 20;

    /// <summary>How many times as much as an honest refusal, that of twenty series of which the last is wrong, one may take. A filter that
    /// is read up to its bound takes four times as much.</summary>
    private const double MostTimes = 5;

    private const string Branch = """{"event":{"eq":"CONNECT"}}""";
    private const string Spectrum = $"spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: HOUR";
    private const string Series = "query($v: [CtSeriesInput!]) { ctTimeseries(series: $v) { csv } }";
    private const string Authorities = "query($v: [String!]) { ctTimeseries(ca: $v) { csv } }";
    private const string Where = $"query($v: SpectrumWhereInput) {{ {Spectrum}, where: $v) {{ rows }} }}";
    private const string Events = $"query($v: [SpectrumEvent!]) {{ {Spectrum}, where: {{ event: {{ in: $v }} }}) {{ rows }} }}";
    private const string Dimensions = $"query($v: [SpectrumDimension!]) {{ {Spectrum}, dimensions: $v) {{ rows }} }}";
    private const string Filters = $"query($v: String) {{ {Spectrum}, filters: $v) {{ rows }} }}";
    private const string Zone = "query($v: ID!) { spectrumBytime(zoneId: $v, timeDelta: HOUR) { rows } }";

    private readonly GatewayApp _app = new() { Setup = ("Production", []), LogLevel = LogLevel.Warning };

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    public static TheoryData<string, string, string> Refusals => new()
    {
        { "11,664 series", Series, $"[{Repeat(11_664, """{"dateRange":"1d"}""")}]" },
        { "60,000 empty series", Series, $"[{Repeat(60_000, "{}")}]" },
        { "as many empty series as values are allowed", Series, $"[{Repeat(3_999, "{}")}]" },
        { "40,000 certificate authorities", Authorities, $"[{Repeat(40_000, "\"ca\"")}]" },
        { "one of 3,900", Authorities, $"[{Repeat(3_900, "\"ca\"")}]" },
        { "`where` of 500 branches", Where, $$"""{"or":[{{Repeat(500, Branch)}}]}""" },
        { "`where` of 8,000 branches", Where, $$"""{"or":[{{Repeat(8_000, Branch)}}]}""" },
        { "`where` of 64 by 8 branches", Where, $$"""{"and":[{{Repeat(64, $$"""{"or":[{{Repeat(8, Branch)}}]}""")}}]}""" },
        { "`where` of 10 by 100 branches", Where, $$"""{"and":[{{Repeat(10, $$"""{"or":[{{Repeat(100, Branch)}}]}""")}}]}""" },
        { "`in` of 20,000 events", Events, $"[{Repeat(20_000, "\"CONNECT\"")}]" },
        { "`in` of 3,000 events", Events, $"[{Repeat(3_000, "\"CONNECT\"")}]" },
        { "3,000 dimensions", Dimensions, $"[{Repeat(3_000, "\"EVENT\"")}]" },
        { "1,900 series for each of 63 fields", $"query($v: [CtSeriesInput!]) {{ {Fields("ctTimeseries(series: $v) { freshness { status } }")} }}", $"[{Repeat(1_900, "{}")}]" },
        { "a default of 300 series for each of 63 fields", $"query($v: [CtSeriesInput!], $d: [CtSeriesInput!] = [{Repeat(300, "{}")}]) {{ a: ctTimeseries(series: $v) {{ csv }} {Fields("ctTimeseries(series: $d) { freshness { status } }")} }}", "[]" },
        { "`filters` of 200,000 characters", Filters, $"\"{Repeat(10_000, "event==connect%2520OR", "")}\"" },
        { "`zoneId` of 200,000 characters", Zone, $"\"{new string('a', 200_000)}\"" },
        { "a name of 200,000 characters", Series, $$"""[{"name":"{{new string('a', 200_000)}}"}]""" },
        { "a name of 60,000 characters", Series, $$"""[{"name":"{{new string('a', 60_000)}}"}]""" },
        { "a field of 200,000 characters", Series, $$"""[{"{{new string('a', 200_000)}}":1}]""" },
        { "a field of 60,000 characters", Series, $$"""[{"{{new string('a', 60_000)}}":1}]""" },
        { "a filter of 10,000 characters for each of 63 fields", $"query($v: String) {{ {Fields($"spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: HOUR, filters: $v) {{ rows }}")} }}", $"\"{new string('a', 10_000)}\"" },
        { "a date range of 200,000 characters", Series, $$"""[{"dateRange":"{{new string('1', 200_000)}}d"}]""" },
        { "an instant of 200,000 characters", Series, $$"""[{"dateStart":"{{new string('1', 200_000)}}"}]""" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_refusal_costs_no_more_than_an_honest_one(string name, string query, string value)
    {
        var honest = Measure(Series, $$"""[{{Repeat(19, """{"dateRange":"1d"}""")}},{"dateRange":"1 day"}]""", out _);
        var bytes = Measure(query, value, out var message);
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {bytes} bytes, honest {honest} bytes, {(double)bytes / honest:0.00} times. {message[..Math.Min(300, message.Length)]}");
        (bytes / (double)honest).ShouldBeLessThanOrEqualTo(MostTimes, name);
    }

    private long Measure(string query, string value, out string message)
    {
        var body = $$$"""{"query":{{{JsonValue.Create(query).ToJsonString()}}},"variables":{"v":{{{value}}}},"extensions":{"number":"00000000"}}""";
        using var client = new RawClient(_app.Client.BaseAddress!, "a-token-of-the-refusals", body);
        var length = 0;
        for (var i = 0; i < Requests; i++)
        {
            client.Vary(i);
            length = client.Ask();
        }

        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < Requests; i++)
        {
            client.Vary(Requests + i);
            client.Ask();
        }

        var bytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / Requests;
        message = JsonNode.Parse(client.LastBody(length))!["errors"]![0]!.ToJsonString();
        return bytes;
    }

    private static string Fields(string field) =>
        string.Concat(Enumerable.Range(0, 63).Select(i => $"a{i}: {field} "));

    private static string Repeat(int count, string part, string separator = ",") => string.Join(separator, Enumerable.Repeat(part, count));
}
