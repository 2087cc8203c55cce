using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Tests.EndToEnd;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests.Limits;

/// <summary>One small request with a huge answer, alone and on many connections that read nothing.</summary>
[Collection<Costs.HitCostCollection>]
public sealed class ResponseSizeTests : IAsyncLifetime
{
    private const int MaxResponseBytes = 16 * 1024 * 1024;
    private const int Connections = 25;

    private readonly GatewayApp _app = new()
    {
        Setup = ("Production", [("Hosting:WriteTimeout", "00:00:01"), ("GraphQL:Batching:Enabled", "true"), .. HugeAnswer.Allowed]),
        LogLevel = LogLevel.Warning,
    };

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Sixty_four_aliases_of_the_widest_answer_get_no_more_than_the_limit()
    {
        using var response = await SendAsync(HugeAnswer.Request("a-token"));
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper?.WriteLine($"{bytes.Length} bytes");
        bytes.Length.ShouldBeInRange(MaxResponseBytes / 2, MaxResponseBytes + (64 * 1024));
        var answer = JsonNode.Parse(bytes)!;
        var written = answer["data"]!.AsObject().TakeWhile(field => field.Value is not null).Count();
        written.ShouldBeInRange(5, 30);
        answer["data"]!.AsObject().Skip(written).ShouldAllBe(field => field.Value == null);
        answer["errors"]!.AsArray().Count.ShouldBe(HugeAnswer.Aliases - written);
        answer["errors"]![0]!["path"].Compact().ShouldBe($"[\"a{written}\"]");
        answer["errors"]![0]!["extensions"].Compact().ShouldBe($$"""{"code":"RESPONSE_TOO_LARGE","maxBytes":{{MaxResponseBytes}}}""");
    }

    [Trait("Gateway", "InProcess")]
    [Fact]
    public async Task Connections_that_read_nothing_hold_a_part_of_the_memory_and_others_are_answered()
    {
        using var buffered = new BufferedBytes(_app.Meters);
        await _app.CtAsync("");
        var before = GC.GetTotalMemory(forceFullCollection: true);

        using var attack = new UnreadConnections(_app.Client.BaseAddress!, Connections);
        var statuses = await attack.SendAsync(HugeAnswer.Body, "a-token");
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{string.Join(' ', statuses.CountBy(status => status))}, {held >> 20} MiB held, at most {buffered.Most >> 20} MiB for answers");

        statuses.ShouldAllBe(status => status == 294 || status == 503);
        statuses.ShouldContain(294);
        statuses.Count(status => status == 503).ShouldBeGreaterThan(Connections / 2);
        buffered.Most.ShouldBeInRange(MaxResponseBytes / 2, 2 * MaxResponseBytes);
        held.ShouldBeLessThan(6 * MaxResponseBytes);
        (await _app.CtAsync("dateRange: \"7d\", aggInterval: FIFTEEN_MINUTES", "series { points { timestamp value } timestamps values } csv")).Data();

        // Those who don't read lose their connections, and the memory is free again.
        await buffered.WhenAsync(bytes => bytes == 0);
        await attack.DrainAsync();
        _app.Logs.GetSnapshot().Where(record => record.Level >= LogLevel.Warning).Select(record => record.Message).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_batch_has_no_more_than_one_request()
    {
        using var request = HugeAnswer.Request("a-token");
        request.Content = new StringContent($"[{string.Join(',', Enumerable.Repeat(HugeAnswer.Body, 10))}]", Encoding.UTF8, "application/json");
        using var response = await SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        bytes.Length.ShouldBeInRange(MaxResponseBytes / 2, MaxResponseBytes + (1024 * 1024));
        var answers = JsonNode.Parse(bytes)!.AsArray();
        answers.Count.ShouldBe(10);
        answers.Skip(1).Select(answer => answer!["errors"]![0]!["extensions"]!.Code()).Distinct().ShouldBe(["RESPONSE_TOO_LARGE"]);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            return await _app.Client.SendAsync(request, TestContext.Current.CancellationToken);
        }
    }
}

/// <summary>The same over HTTP/2, by streams whose window stays closed.</summary>
[Collection<Costs.HitCostCollection>]
public sealed class Http2ResponseSizeTests : IAsyncLifetime
{
    private const int Streams = 100;

    private readonly GatewayApp _app = new()
    {
        Setup = ("Production", [("Hosting:WriteTimeout", "00:00:01"), ("Kestrel:EndpointDefaults:Protocols", "Http2"), .. HugeAnswer.Allowed]),
        LogLevel = LogLevel.Warning,
    };

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Trait("Gateway", "InProcess")]
    [Fact]
    public async Task A_hundred_streams_with_closed_windows_hold_a_part_of_the_memory_and_lose_it()
    {
        using var buffered = new BufferedBytes(_app.Meters);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var connection = await Http2Connection.OpenAsync(_app.Client.BaseAddress!);

        await Task.WhenAll(Enumerable.Range(0, Streams).Select(
            index => connection.PostAsync((2 * index) + 1, $"a-token-{index % 10}", HugeAnswer.Body)));
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        TestContext.Current.TestOutputHelper?.WriteLine($"{held >> 20} MiB held, at most {buffered.Most >> 20} MiB for answers");

        buffered.Most.ShouldBeInRange(16 << 20, 128 << 20);
        held.ShouldBeLessThan(160 << 20);
        using var request = HugeAnswer.Request("another-token");
        (request.Version, request.VersionPolicy) = (System.Net.HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact);
        request.Content = new StringContent("""{"query":"{ ctTimeseries { series { name } } }"}""", Encoding.UTF8, "application/json");
        using var response = await _app.Client.SendAsync(request, TestContext.Current.CancellationToken);
        JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.Data();

        await buffered.WhenAsync(bytes => bytes == 0);
    }
}

/// <summary>The request: 64 aliases of one call of 20 series, each over 7 days in intervals of 15 minutes.</summary>
internal static class HugeAnswer
{
    /// <summary>The price alone would refuse it. It is no bound of bytes, so the size is bounded too.</summary>
    public static readonly (string Key, string Value)[] Allowed =
        [("GraphQL:Limits:FieldCost", "1000000"), ("GraphQL:Limits:TypeCost", "1000000")];

    public const int Aliases = 64;

    public static string Query { get; } = QueryOf(Aliases);

    public static object Variables { get; } = new { s = Enumerable.Range(0, 20).Select(i => new { name = $"s{i}", dateRange = "7d" }) };

    public static string Body { get; } = BodyOf(Aliases);

    public static string BodyOf(int aliases) => JsonSerializer.Serialize(new { query = QueryOf(aliases), variables = Variables });

    public static HttpRequestMessage Request(string token) => new(HttpMethod.Post, "")
    {
        Content = new StringContent(Body, Encoding.UTF8, "application/json"),
        Headers = { { "Authorization", $"Bearer {token}" } },
    };

    private static string QueryOf(int aliases) => $$"""
        query ($s: [CtSeriesInput!]) { {{string.Join(' ', Enumerable.Range(0, aliases).Select(
            i => $"a{i}: ctTimeseries(series: $s, aggInterval: FIFTEEN_MINUTES) {{ ...F }}"))}} }
        fragment F on CtTimeseries { csv series { name timestamps values points { timestamp value } } }
        """;
}
