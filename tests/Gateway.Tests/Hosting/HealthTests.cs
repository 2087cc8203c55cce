using System.Net;
using Gateway.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
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
