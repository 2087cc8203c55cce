using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gateway.Sandbox;
using Gateway.Tests.Caching.Redis;
using Gateway.Tests.EndToEnd;
using Snapshooter.Xunit3;

namespace Gateway.Tests.Telemetry;

/// <summary>What Prometheus reads. The gateway runs in a process of its own.</summary>
public sealed partial class PrometheusTests : IAsyncLifetime
{
    private const string Serving = "Metrics for Prometheus: ";

    private static readonly string Alerts =
        Document.Read("src/docs/operating.md").Blocks.Single(block => block is { Heading: "Alerts", Language: "yaml" }).Text;

    private SandboxHost _sandbox = null!;
    private RedisServer? _redis;
    private GatewayProcess _gateway = null!;
    private HttpClient _client = null!;
    private Uri _metrics = null!;

    public async ValueTask InitializeAsync()
    {
        RedisServer.SkipUnlessInstalled();
        _redis = await RedisServer.StartAsync();
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions { RateLimit = 0 }, TestContext.Current.CancellationToken);
        _gateway = await GatewayProcess.StartAsync(
            [],
            ("Cloudflare:BaseUrl", _sandbox.BaseUrl), ("Cloudflare:MaxCallsPerSecond", "0"), ("Cloudflare:QueueTimeout", "00:00:10"),
            ("Telemetry:Prometheus", "0"), ("Redis:ConnectionString", _redis.Address), ("Redis:OperationTimeout", "00:00:02"), ("Cache:Secret", new string('b', 64)));
        _client = new HttpClient { BaseAddress = _gateway.Address };
        await Eventually.IsAsync(() => _gateway.Lines.Any(line => line.Contains("Redis answers", StringComparison.Ordinal)));
        Match? line = null;
        await Eventually.IsAsync(() => (line = _gateway.Lines.Select(line => Address().Match(line)).FirstOrDefault(match => match.Success)) is not null);
        _metrics = new UriBuilder(new Uri(line!.Groups[1].Value)) { Host = "127.0.0.1" }.Uri;
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        _gateway?.Dispose();
        if (_redis is not null)
        {
            await _redis.DisposeAsync();
            await _sandbox.DisposeAsync();
        }
    }

    [Fact]
    public async Task Names_types_and_units_are_what_they_were()
    {
        await AskAsync("a-token", "{ ctTimeseries { series { name } } }");
        await AskAsync(SandboxCredentials.Unavailable, "{ ctTimeseries { series { name } } }");
        var lines = (await ScrapeAsync()).Split('\n')
            .Where(line => line.StartsWith("# TYPE", StringComparison.Ordinal) && (line.Contains(" gateway_") || line.Contains(" db_")))
            // A busy machine has some trouble with Redis.
            .Where(line => !line.Contains("_redis_failures") && !line.Contains("_redis_dropped") && !line.Contains("_redis_reconnects"))
            .Order(StringComparer.Ordinal);
        Snapshot.Match(string.Join('\n', lines));
    }

    [Fact]
    public async Task Callers_do_not_see_metrics()
    {
        using var response = await _client.GetAsync("metrics", TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var elsewhere = await _client.GetAsync(new Uri(_metrics, "/graphql"), TestContext.Current.CancellationToken);
        elsewhere.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Tokens_zones_and_names_make_no_series()
    {
        await AskManyAsync(0, 50);
        var few = Series(await ScrapeAsync());
        await AskManyAsync(50, 2000);
        var many = Series(await ScrapeAsync());

        // A busy machine may add a kind of trouble or two, such as a missed deadline of Redis.
        many.Except(few).Count().ShouldBeLessThan(10, string.Join('\n', many.Except(few)));
        many.ShouldAllBe(line => !line.Contains("a-token") && !line.Contains("client-") && !line.Contains("Name") && !line.Contains("0000"));
        many.Length.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void Alerts_use_what_is_documented()
    {
        var known = Documented.Metrics
            .SelectMany(metric => metric.Attributes.Append(metric.Name))
            .Select(name => name.Replace('.', '_'))
            .ToHashSet();
        var used = PrometheusName().Matches(Alerts).Select(match => match.Groups[1].Value).Distinct().ToArray();
        used.Length.ShouldBeGreaterThan(5);
        used.ShouldBeSubsetOf(known);
    }

    [Fact]
    public async Task Debians_Prometheus_scrapes_it_and_reads_the_alerts()
    {
        Assert.SkipUnless(
            File.Exists("/usr/bin/prometheus") || Environment.GetEnvironmentVariable("CI") == "true",
            "prometheus is not installed: nothing shows that it can read the metrics.");
        await AskAsync("a-token", "{ ctTimeseries { series { name } } }");
        var folder = Directory.CreateTempSubdirectory("prometheus-");
        var port = RedisServer.FreePort();
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "prometheus.yml"),
            "rule_files: [alerts.yml]\n"
                + "scrape_configs: "
                + $"[{{ job_name: gateway, scrape_interval: 1s, static_configs: [{{ targets: ['{_metrics.Authority}'] }}] }}]\n",
            TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "alerts.yml"), Alerts, TestContext.Current.CancellationToken);
        using var prometheus = Process.Start(new ProcessStartInfo("/usr/bin/prometheus",
            [$"--config.file={folder.FullName}/prometheus.yml", $"--storage.tsdb.path={folder.FullName}/data", $"--web.listen-address=127.0.0.1:{port}"])
        {
            RedirectStandardError = true,
        })!;
        prometheus.ErrorDataReceived += (_, _) => { };
        prometheus.BeginErrorReadLine();
        try
        {
            await Eventually.IsAsync(async () => await ValueAsync(port, "gateway_cache_requests_total{gateway_endpoint=\"radar\",gateway_cache_outcome=\"miss\"}") == "1");
            (await ValueAsync(port, "histogram_quantile(0.5, gateway_operation_duration_seconds_bucket)")).ShouldNotBeNull();
            (await ValueAsync(port, "up")).ShouldBe("1");
            var rules = await _client.GetStringAsync(
                new Uri($"http://127.0.0.1:{port}/api/v1/rules"), TestContext.Current.CancellationToken);
            JsonNode.Parse(rules)!["data"]!["groups"]![0]!["rules"]!.AsArray().Count.ShouldBe(Regex.Count(Alerts, "- alert: "));
        }
        finally
        {
            prometheus.Kill();
            await prometheus.WaitForExitAsync(CancellationToken.None);
            folder.Delete(recursive: true);
        }
    }

    private async Task AskManyAsync(int from, int to) => await Parallel.ForEachAsync(
        Enumerable.Range(from, to - from),
        new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken },
        async (i, _) => await AskAsync(
            $"a-token-of-its-own-{i}",
            $"query Name{i} {{ spectrumBytime(zoneId: \"{i:x32}\", timeDelta: HOUR) {{ rows }} }}",
            ("GraphQL-Client-Id", $"client-{i}"), ("GraphQL-Client-Version", $"{i}")));

    private async Task AskAsync(string token, string query, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private Task<string> ScrapeAsync() => _client.GetStringAsync(_metrics, TestContext.Current.CancellationToken);

    private async Task<string?> ValueAsync(int port, string query)
    {
        try
        {
            var answer = await _client.GetStringAsync(
                new Uri($"http://127.0.0.1:{port}/api/v1/query?query={Uri.EscapeDataString(query)}"), TestContext.Current.CancellationToken);
            return (string?)JsonNode.Parse(answer)!["data"]!["result"]!.AsArray().FirstOrDefault()?["value"]![1];
        }
        catch (HttpRequestException)
        {
            // It has not started yet.
            return null;
        }
    }

    /// <summary>The series of the gateway's own metrics. Those of the runtime and of connections come and go.</summary>
    private static string[] Series(string metrics) =>
    [
        .. metrics.Split('\n').Where(line => line.StartsWith("gateway_", StringComparison.Ordinal) || line.StartsWith("http_server_request", StringComparison.Ordinal))
            .Where(line => !line.Contains("_bucket{"))
            .Select(line => line[..line.LastIndexOf(' ')]).Select(line => Timestamp().Replace(line, "")).Distinct(),
    ];

    [GeneratedRegex(Serving + "([^\" ]+)")]
    private static partial Regex Address();

    [GeneratedRegex("(gateway_[a-z_]+?)(?:_seconds)?(?:_bucket|_count|_total)?(?![a-z_])")]
    private static partial Regex PrometheusName();

    [GeneratedRegex(@" [0-9.e+]+$")]
    private static partial Regex Timestamp();
}
