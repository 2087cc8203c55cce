using Gateway.Sandbox.Faults;

namespace Gateway.Sandbox.Tests.Calls;

public sealed class CallsInProgressTests : IAsyncLifetime
{
    private static readonly SandboxOptions Endless = new()
    {
        SlowAnswer = Timeout.InfiniteTimeSpan,
        DripInterval = Timeout.InfiniteTimeSpan,
        RateLimit = 0,
    };

    private SandboxHost host = null!;
    private SandboxClient client = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await SandboxServer.StartAsync(Endless, Token);
        client = new SandboxClient(host);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Calls_are_in_progress_until_they_are_answered_and_the_most_are_remembered()
    {
        var answers = Enumerable.Range(0, 5).Select(_ => client.GetAsync(SandboxClient.CtPath, SandboxCredentials.Slow)).ToList();
        await host.Calls.WhenAsync(calls => calls.InProgress == 5, Token);

        host.ReleaseSlowAnswers();
        foreach (var response in await Task.WhenAll(answers))
            response.Dispose();

        host.Calls.InProgress.ShouldBe(0);
        host.Calls.MostAtOnce.ShouldBe(5);
        host.Calls.Reset();
        host.Calls.MostAtOnce.ShouldBe(0);
    }

    [Theory]
    [InlineData(SandboxCredentials.Everything)]
    [InlineData(SandboxCredentials.Unauthorized)]
    [InlineData(SandboxCredentials.NoContent)]
    [InlineData(SandboxCredentials.BadGatewayHtml)]
    [InlineData(SandboxCredentials.DuplicateKey)]
    [InlineData(SandboxCredentials.Reset)]
    [InlineData(SandboxCredentials.ResetInBody)]
    [InlineData(SandboxCredentials.CutOff)]
    [InlineData(SandboxCredentials.CutOffChunked)]
    public async Task One_call_after_the_other_is_never_two_at_once(string token)
    {
        for (var i = 0; i < 20; i++)
            await CallAsync(i % 2 == 0 ? "identity" : "gzip");

        host.Calls.MostAtOnce.ShouldBe(1);

        async Task CallAsync(string coding)
        {
            using var request = client.Request(SandboxClient.CtPath + "?dateRange=1d", token);
            request.Headers.Add("Accept-Encoding", coding);
            try
            {
                using var response = await client.SendAsync(request);
                await SandboxClient.ReadTextAsync(response);
            }
            catch (HttpRequestException)
            {
                // What some of these get.
            }
        }
    }

    [Theory]
    [InlineData(SandboxCredentials.BlackHole)]
    [InlineData(SandboxCredentials.Stall)]
    [InlineData(SandboxCredentials.Drip)]
    public async Task A_call_whose_body_does_not_end_is_in_progress_until_its_caller_leaves(string token)
    {
        using (await RawConnection.AskAsync(host, token))
        {
            await host.Calls.WhenAsync(calls => calls.Count(SandboxEndpoint.CtTimeseries) == 1, Token);
            host.Calls.InProgress.ShouldBe(1);
        }

        await host.Calls.WhenAsync(calls => calls.Abandoned == 1, Token);
        host.Calls.InProgress.ShouldBe(0);
    }

    [Fact]
    public async Task An_answer_that_drips_is_in_progress_to_its_last_byte()
    {
        host.Serve(SandboxEndpoint.CtTimeseries, new ServedAnswer(200, "text/plain", new byte[] { 1 }) { DripInterval = Timeout.InfiniteTimeSpan });
        using var connection = await RawConnection.AskAsync(host, SandboxCredentials.Everything);
        await connection.ReadAsync(received => received.EndsWith("\r\n\r\n", StringComparison.Ordinal));

        host.Calls.InProgress.ShouldBe(1);
    }
}
