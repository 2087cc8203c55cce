using System.Text;
using System.Text.Json.Nodes;
using Gateway.Caching;
using Gateway.Caching.Redis;
using Gateway.Caching.Secrets;
using Gateway.Sandbox;
using Gateway.Tests.Caching.Redis;
using Gateway.Tests.EndToEnd;
using Gateway.Tests.Limits;
using Gateway.Tests.Time;
using Gateway.Upstream;
using StackExchange.Redis;

namespace Gateway.Tests.Telemetry;

/// <summary>
/// A collector gets every metric and span that the documents list, each with the traffic that should cause it. Runs alone, because whoever
/// listens to meters hears those of all gateways in the process.
/// </summary>
[Collection<Costs.HitCostCollection>]
[Trait("Gateway", "InProcess")]
public sealed class CollectorTests : IAsyncLifetime
{
    private const string Token = "Zq7xW9kLm3VbN2sD8fGhT5rY1uJp6cAe";
    private const string Ct = "{ ctTimeseries { series { name } } }";
    private const int Quota = 40;

    private static readonly string Secret = new('a', 64);
    private static readonly string Bytime = $"query Panel {{ spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: MINUTE) {{ rows }} }}";

    private readonly SetClock _clock = new(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));
    private OtlpCollector _collector = null!;
    private RedisServer _redis = null!;
    private SandboxHost _sandbox = null!;
    private GatewayApp _app = null!;

    public async ValueTask InitializeAsync()
    {
        RedisServer.SkipUnlessInstalled();
        _collector = await OtlpCollector.StartAsync();
        _redis = await RedisServer.StartAsync();
        _sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { Time = _clock, RateLimit = Quota }, TestContext.Current.CancellationToken);

        // Another replica has fetched this before.
        (string Key, string Value)[] shared = [("Redis:ConnectionString", _redis.Address), ("Redis:OperationTimeout", "00:00:02"), ("Cache:Secret", Secret)];
        await using (var other = await StartAsync(shared))
        {
            await RedisIsUpAsync(other);
            await AskAsync(other, Token + ".other", Ct);
            await Eventually.IsAsync(async () => (await KeysAsync()).Length == 2);
        }

        _app = await StartAsync(
        [
            .. shared, .. _collector.Settings, ("Telemetry:Clients:0", "dashboards"), ("Hosting:MaxBufferedBytes", "67108864"),
            ("Hosting:WriteTimeout", "00:05:00"), .. HugeAnswer.Allowed,
        ]);
        await RedisIsUpAsync(_app);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
            await _redis.DisposeAsync();
            await _collector.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_collector_gets_all_that_the_documents_list()
    {
        await OutcomesAsync();
        await EndpointsAsync();
        await CallsThatFailAsync();
        await SharedFetchAsync();
        await QuotaAsync();
        await SlowReaderAsync();
        await RedisTroubleAsync();

        string[] Missing() =>
        [
            .. Documented.Metrics.Select(metric => metric.Name).Except(_collector.Points.Select(point => point.Metric)),
            .. Documented.Spans.Select(span => span.Name).Except(_collector.Spans.Select(span => span.Name)),
        ];
        await _collector.WhenAsync(_ => Missing().Length == 0, () => string.Join(' ', Missing()));

        var points = _collector.Points;
        points.Select(point => point.Metric).Where(name => name.StartsWith("gateway.", StringComparison.Ordinal)).Distinct()
            .Except(Documented.Metrics.Select(metric => metric.Name)).ShouldBeEmpty("not documented");
        foreach (var (name, unit, attributes) in Documented.Metrics)
        {
            var all = points.Where(point => point.Metric == name).ToArray();
            all.ShouldAllBe(point => point.Unit == unit, name);
            var received = all.SelectMany(point => point.Attributes.Keys).ToHashSet();
            received.Except(attributes).ShouldBeEmpty(name);
            attributes.Except(received).ShouldBeSubsetOf(["error.type"], name);
        }

        var spans = _collector.Spans;
        foreach (var (name, attributes) in Documented.Spans)
        {
            attributes.Except(spans.Where(span => span.Name == name).SelectMany(span => span.Attributes.Keys)).ShouldBeEmpty(name);
        }

        spans.ShouldAllBe(span => span.Service == "cloudflare-graphql-gateway");
        _collector.Says(Token).ShouldBeFalse("A token was exported.");
    }

    private async Task OutcomesAsync()
    {
        // A lease first: without one, the request itself would check whether it may read.
        await AskAsync(_app, Token, "{ ctTimeseries(dateRange: \"3d\") { series { name } } }");
        await OutcomeAsync("radar", "miss", "upstream");
        await AskAsync(_app, Token, Ct);
        await OutcomeAsync("radar", "hit", "redis");
        await AskAsync(_app, Token, Ct);
        await OutcomeAsync("radar", "hit", "memory");
        await AskAsync(_app, Token, Bytime, ("GraphQL-Client-Id", "dashboards"), ("GraphQL-Client-Version", "1.24.0"));
        await OutcomeAsync("spectrum", "miss", "upstream");
        _clock.Now += TimeSpan.FromSeconds(20);
        await AskAsync(_app, Token, Bytime);
        await OutcomeAsync("spectrum", "updating", "memory");
        await _collector.MetricAsync("gateway.cache.refreshes", ("gateway.endpoint", "spectrum"));
        _clock.Now += TimeSpan.FromSeconds(2);
        await AskAsync(_app, Token, Bytime, ("Cache-Control", "no-cache"));
        await OutcomeAsync("spectrum", "bypass", "upstream");

        // A stale answer: the entry is old, and the call fails. And a renewal that fails.
        _sandbox.Break(SandboxEndpoint.Bytime, SandboxCredentials.ServerError);
        _clock.Now += TimeSpan.FromSeconds(50);
        await AskAsync(_app, Token, Bytime);
        await OutcomeAsync("spectrum", "stale", "memory");
        _sandbox.Restore(SandboxEndpoint.Bytime);
        _clock.Now += TimeSpan.FromMinutes(2);
        await AskAsync(_app, Token, Ct);
        _clock.Now += TimeSpan.FromSeconds(50);
        _sandbox.Break(SandboxEndpoint.CtTimeseries, SandboxCredentials.ServerError);
        await AskAsync(_app, Token, Ct);
        await _collector.MetricAsync("gateway.cache.lease.renewals", ("gateway.endpoint", "radar"), ("error.type", "UpstreamUnavailable"));
        _sandbox.Restore(SandboxEndpoint.CtTimeseries);
    }

    /// <summary>Asks each endpoint. A field, an endpoint and a data loader have metrics and spans without being named anywhere.</summary>
    private async Task EndpointsAsync()
    {
        var zone = $"zoneId: \"{GatewayApp.Zone}\"";
        var listed = await AskAsync(_app, Token, "{ ctAuthorities { authorities(first: 1) { nodes { id } } } ctLogs { logs(first: 1) { nodes { id } } } }");
        var authority = (string)listed.Data()["ctAuthorities"]!["authorities"]!["nodes"]![0]!["id"]!;
        var log = (string)listed.Data()["ctLogs"]!["logs"]!["nodes"]![0]!["id"]!;
        await AskAsync(_app, Token, $$"""
            {
              ctTimeseriesGroups(dimension: CA) { csv }
              ctSummary(dimension: CA) { csv }
              ctAuthority(id: "{{authority}}") { authority { name } }
              ctLog(id: "{{log}}") { log { operator } }
              spectrumCurrent({{zone}}) { apps { appId } }
              spectrumApps({{zone}}) { apps(first: 1) { nodes { id } } }
              spectrumSummary({{zone}}, window: "24h", dimensions: [APP_ID]) { data { dimensions { appId app { dnsName } } } }
            }
            """);

        var endpoints = new[] { typeof(Gateway.Radar.RadarApi), typeof(Gateway.Spectrum.SpectrumApi) }
            .SelectMany(apis => apis.GetFields()).Select(field => field.GetValue(null)).OfType<CloudflareEndpoint>().ToArray();
        endpoints.Length.ShouldBeGreaterThan(10);
        foreach (var endpoint in endpoints)
        {
            await _collector.MetricAsync("gateway.cache.requests", ("gateway.endpoint", endpoint.Name));
            await SpanAsync($"cache {endpoint.Name}");
        }

        foreach (var field in new[] { "ctTimeseriesGroups", "ctSummary", "ctAuthorities", "ctAuthority", "ctLogs", "ctLog", "spectrumCurrent", "spectrumApps", "spectrumSummary" })
        {
            await SpanAsync($"Query.{field}");
        }

        await SpanAsync("SpectrumDimensions.app");
    }

    private Task SpanAsync(string name) => _collector.WhenAsync(
        received => received.Spans.Any(span => span.Name == name), () => $"The span `{name}` did not come.");

    private async Task CallsThatFailAsync()
    {
        foreach (var credential in new[] { SandboxCredentials.Invalid, SandboxCredentials.Unavailable, SandboxCredentials.Reset, SandboxCredentials.RateLimited })
        {
            for (var i = 0; i < 4; i++)
            {
                (await AskAsync(_app, $"{credential}.{Token}", $"{{ ctTimeseries(dateRange: \"{i + 1}d\") {{ series {{ name }} }} }}"))["errors"].ShouldNotBeNull();
            }
        }

        await OutcomeAsync("radar", "failure", "upstream");
        (await AskAsync(_app, Token, "{ nothing }"))["errors"].ShouldNotBeNull();
        (await AskAsync(_app, Token, "{"))["errors"].ShouldNotBeNull();

        // A credential in a place where it does not belong.
        using var get = await _app.Client.GetAsync(
            new Uri($"?query={{__typename}}&token={Token}", UriKind.Relative), TestContext.Current.CancellationToken);
    }

    private async Task SharedFetchAsync()
    {
        var (credential, query) = ($"{SandboxCredentials.Slow}.{Token}", "{ ctTimeseries(dateRange: \"2d\") { series { name } } }");
        Task[] both = [AskAsync(_app, credential, query), AskAsync(_app, credential, query)];
        await _collector.MetricAsync("gateway.cache.shared_fetches", ("gateway.endpoint", "radar"));

        // More than a guest may have in progress.
        var all = Task.WhenAll([.. both, .. Enumerable.Range(3, 20).Select(
            i => AskAsync(_app, credential, $"{{ ctTimeseries(dateRange: \"{i}d\") {{ series {{ name }} }} }}"))]);
        await _collector.MetricAsync("gateway.cloudflare.rejections", ("gateway.reason", "Concurrency"), ("gateway.credential.class", "guest"));
        await Eventually.IsAsync(() =>
        {
            _sandbox.ReleaseSlowAnswers();
            return all.IsCompleted;
        });
        await all;
    }

    private async Task QuotaAsync()
    {
        var token = Token + ".scarce";
        for (var i = 1; i <= Quota - 3; i++)
        {
            await AskAsync(
                _app, token,
                $"{{ spectrumBytime(zoneId: \"{i:x32}\", timeDelta: HOUR, since: \"2026-01-01T00:00:00Z\", until: \"2026-01-02T00:00:00Z\") {{ rows }} }}");
        }

        await AskAsync(_app, token, Bytime);
        _clock.Now += TimeSpan.FromSeconds(20);
        await AskAsync(_app, token, Bytime);
    }

    private async Task SlowReaderAsync()
    {
        using var client = new UnreadConnections(_app.Client.BaseAddress!, 1);
        await client.SendAsync(HugeAnswer.Body, Token + ".large");
        var answer = await _app.AskAsync(HugeAnswer.Query, HugeAnswer.Variables, ("Authorization", $"Bearer {Token}.large"));
        answer.Refusal().Code().ShouldBe("RESPONSE_OVERLOADED");
    }

    private async Task RedisTroubleAsync()
    {
        // Values that can't be decrypted, and one that can't be decoded. New callers read them.
        var secret = CacheSecret.From(new CacheSecretOptions { Secret = Secret });
        await using (var connection = await ConnectionMultiplexer.ConnectAsync(_redis.Address))
        {
            var keys = await KeysAsync();
            foreach (var (index, key) in keys.Index())
            {
                var payload = SealedEntry.Seal(new StoredEntry(_clock.Now, "no payload"u8.ToArray()), Encoding.ASCII.GetBytes(key), secret.Current);
                await connection.GetDatabase().StringSetAsync(key, index % 2 == 0 ? "no value" : payload);
            }
        }

        _clock.Now += TimeSpan.FromDays(1);
        for (var i = 1; i <= Quota - 3; i++)
        {
            await AskAsync(_app, $"{Token}.{i}", $"{{ ctTimeseries(dateRange: \"{i}d\") {{ series {{ name }} }} }}");
        }

        await _collector.MetricAsync("gateway.cache.undecodable", ("gateway.endpoint", "radar"));
        await _redis.KillAsync();
        await AskAsync(_app, Token, "{ ctTimeseries(dateRange: \"100d\") { series { name } } }");
        await _collector.MetricAsync("gateway.redis.failures");
        await _redis.StartAgainAsync();
        await _collector.MetricAsync("gateway.redis.reconnects");
    }

    private Task OutcomeAsync(string endpoint, string outcome, string tier) => _collector.MetricAsync(
        "gateway.cache.requests", ("gateway.endpoint", endpoint), ("gateway.cache.outcome", outcome), ("gateway.cache.tier", tier));

    private async Task<GatewayApp> StartAsync((string, string)[] settings)
    {
        var app = new GatewayApp { Setup = ("Production", settings), Upstream = _sandbox, Time = _clock, Deadline = "00:00:30" };
        await app.InitializeAsync();
        return app;
    }

    private static Task<JsonNode> AskAsync(GatewayApp app, string token, string query, params (string Name, string Value)[] headers) =>
        app.AskAsync(query, null, [("Authorization", $"Bearer {token}"), .. headers]);

    private static Task RedisIsUpAsync(GatewayApp app) => Eventually.IsAsync(
        () => app.Logs.GetSnapshot().Any(record => record.Message.StartsWith("Redis answers", StringComparison.Ordinal)));

    private async Task<string[]> KeysAsync() => (await _redis.CliAsync("--scan")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
