using System.Net;
using System.Net.Sockets;
using Gateway.Hosting;
using Gateway.Tests.Caching.Redis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Hosting;

public sealed class HealthTests
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_gateway_that_has_started_is_alive_and_ready(string uri)
    {
        await using var app = await HostedApp.StartAsync();

        using var response = await app.GetAsync(uri);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task While_it_drains_it_is_alive_but_not_ready_and_still_answers()
    {
        var time = new ManualTime();
        await using var app = await HostedApp.StartAsync(
            new() { ["Hosting:DrainPeriod"] = "00:00:05" }, services => services.AddSingleton<TimeProvider>(time));

        var stopped = app.StopAsync();
        (await time.WaitingFor.WaitAsync(TestContext.Current.CancellationToken)).ShouldBe(TimeSpan.FromSeconds(5));

        (await StatusAsync("/health/ready")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await StatusAsync("/health/live")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync("/client")).ShouldBe(HttpStatusCode.OK);
        stopped.IsCompleted.ShouldBeFalse();

        time.Advance(TimeSpan.FromSeconds(5));
        await stopped;
        await Should.ThrowAsync<HttpRequestException>(() => StatusAsync("/health/live"));

        async Task<HttpStatusCode> StatusAsync(string uri)
        {
            using var response = await app.GetAsync(uri);
            return response.StatusCode;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task While_it_drains_each_response_ends_its_connection(int version)
    {
        var time = new ManualTime();
        await using var app = await HostedApp.StartAsync(
            new() { ["Hosting:DrainPeriod"] = "00:00:05", ["Kestrel:EndpointDefaults:Protocols"] = version == 1 ? "Http1" : "Http2" },
            services => services.AddSingleton<TimeProvider>(time));
        var connections = 0;
        using var client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellationToken) =>
            {
                Interlocked.Increment(ref connections);
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        {
            BaseAddress = app.Client.BaseAddress,
            DefaultRequestVersion = new Version(version, version == 1 ? 1 : 0),
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        await AskAsync();
        await AskAsync();
        connections.ShouldBe(1);
        var stopped = app.StopAsync();
        await time.WaitingFor.WaitAsync(TestContext.Current.CancellationToken);

        // GOAWAY comes beside the response.
        await AskAsync();
        await Eventually.IsAsync(async () =>
        {
            await AskAsync();
            return connections > 1;
        });

        time.Advance(TimeSpan.FromSeconds(5));
        await stopped;

        async Task AskAsync()
        {
            using var response = await client.GetAsync("/client", TestContext.Current.CancellationToken);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Polls_of_a_gateway_that_drains_write_no_errors()
    {
        var time = new ManualTime();
        await using var app = await HostedApp.StartAsync(
            new() { ["Hosting:DrainPeriod"] = "00:00:05" }, services => services.AddSingleton<TimeProvider>(time));
        var stopped = app.StopAsync();
        await time.WaitingFor.WaitAsync(TestContext.Current.CancellationToken);

        (await app.GetTextAsync("/health/ready")).ShouldBe("Unhealthy\nready: shutting down");

        time.Advance(TimeSpan.FromSeconds(5));
        await stopped;
        app.Logs.GetSnapshot().ShouldAllBe(record => record.Level < LogLevel.Error);
    }

    [Fact]
    public async Task What_is_degraded_is_told_while_it_stays_ready()
    {
        await using var app = await HostedApp.StartAsync(services: services => services.AddHealthChecks()
            .AddCheck("redis", () => HealthCheckResult.Degraded("Redis does not answer")).AddCheck("other", () => HealthCheckResult.Healthy("fine")));

        using var response = await app.GetAsync("/health/ready");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("Degraded\nredis: Redis does not answer");
        (await app.GetTextAsync("/health/live")).ShouldBe("Healthy");
    }

    [Fact]
    public async Task A_management_port_serves_the_health_checks_and_nothing_else()
    {
        var port = RedisServer.FreePort();
        await using var app = await HostedApp.StartAsync(new() { ["Hosting:ManagementPort"] = $"{port}" });
        var management = $"http://127.0.0.1:{port}";

        (await StatusAsync($"{management}/health/ready")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync($"{management}/health/live")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync($"{management}/client")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync("/client")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync("/health/ready")).ShouldBe(HttpStatusCode.NotFound);
        var start = app.Logs.GetSnapshot().Last(record => record.Message.StartsWith("Serving ", StringComparison.Ordinal)).Message;
        start.ShouldBe($"Serving {app.Client.BaseAddress}graphql; health: /health/ready at port {port}");

        async Task<HttpStatusCode> StatusAsync(string uri)
        {
            using var response = await app.GetAsync(uri);
            return response.StatusCode;
        }
    }

    [Fact]
    public async Task The_probe_asks_the_gateway_beside_it()
    {
        var app = await HostedApp.StartAsync();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("urls", app.Client.BaseAddress!.ToString())]).Build();

        (await HealthProbe.RunAsync(configuration)).ShouldBe(0);
        await app.DisposeAsync();
        (await HealthProbe.RunAsync(configuration)).ShouldBe(1);
    }

    /// <summary>A clock that says when somebody begins to wait for it, and for how long.</summary>
    private sealed class ManualTime : FakeTimeProvider
    {
        private readonly TaskCompletionSource<TimeSpan> _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<TimeSpan> WaitingFor => _waiting.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            _waiting.TrySetResult(dueTime);
            return timer;
        }
    }
}
