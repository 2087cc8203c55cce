using System.Net;

namespace Gateway.Sandbox.Tests.Faults;

public sealed class SlowAnswerTests
{
    private static readonly SandboxOptions Endless = new() { SlowAnswer = Timeout.InfiniteTimeSpan };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_slow_answer_comes_when_it_is_released()
    {
        await using var host = await SandboxServer.StartAsync(Endless, Token);
        using var client = new SandboxClient(host);
        var answer = client.GetAsync(SandboxClient.CtPath, SandboxCredentials.Slow);
        await host.Calls.WhenAsync(calls => calls.Count(SandboxEndpoint.CtTimeseries) == 1, Token);
        answer.IsCompleted.ShouldBeFalse();

        host.ReleaseSlowAnswers();
        using var response = await answer;
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_slow_answer_comes_when_its_time_is_over()
    {
        var clock = new ManualClock(SharedSandbox.Now);
        await using var host = await SandboxServer.StartAsync(new() { SlowAnswer = TimeSpan.FromMinutes(1), Time = clock }, Token);
        using var client = new SandboxClient(host);
        var answer = client.GetAsync(SandboxClient.CtPath, SandboxCredentials.Slow);
        await clock.AdvanceWaitAsync(TimeSpan.FromMinutes(1));
        using var response = await answer;
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_caller_that_leaves_is_counted()
    {
        await using var host = await SandboxServer.StartAsync(Endless, Token);
        using var client = new SandboxClient(host);
        var answer = client.GetAsync(SandboxClient.CtPath, SandboxCredentials.Slow);
        await host.Calls.WhenAsync(calls => calls.Count(SandboxEndpoint.CtTimeseries) == 1, Token);

        client.Dispose();
        await Should.ThrowAsync<OperationCanceledException>(answer);
        await host.Calls.WhenAsync(calls => calls.Abandoned == 1, Token);
    }

    [Fact]
    public async Task A_sandbox_ends_while_callers_wait()
    {
        var host = await SandboxServer.StartAsync(Endless, Token);
        using var client = new SandboxClient(host);
        var answer = client.GetAsync(SandboxClient.CtPath, SandboxCredentials.Slow);
        await host.Calls.WhenAsync(calls => calls.Count(SandboxEndpoint.CtTimeseries) == 1, Token);

        await host.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10), Token);
        // Whether it is refused or cut off, it ends.
        await Task.WhenAny(answer).WaitAsync(TimeSpan.FromSeconds(10), Token);
    }
}
