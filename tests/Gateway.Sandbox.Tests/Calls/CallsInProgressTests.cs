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

    private SandboxHost _host = null!;
    private SandboxClient _client = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await SandboxServer.StartAsync(Endless, Token);
        _client = new SandboxClient(_host);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Calls_are_in_progress_until_they_are_answered_and_the_most_are_remembered()
    {
        var answers = Enumerable.Range(0, 5).Select(_ => _client.GetAsync(SandboxClient.CtPath, SandboxCredentials.Slow)).ToList();
        await _host.Calls.WhenAsync(calls => calls.InProgress == 5, Token);

        _host.ReleaseSlowAnswers();
        foreach (var response in await Task.WhenAll(answers))
            response.Dispose();

        _host.Calls.InProgress.ShouldBe(0);
        _host.Calls.MostAtOnce.ShouldBe(5);
        _host.Calls.Reset();
        _host.Calls.MostAtOnce.ShouldBe(0);
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

        _host.Calls.MostAtOnce.ShouldBe(1);

        async Task CallAsync(string coding)
        {
            using var request = _client.Request(SandboxClient.CtPath + "?dateRange=1d", token);
            request.Headers.Add("Accept-Encoding", coding);
            try
            {
                using var response = await _client.SendAsync(request);
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
        using (await RawConnection.AskAsync(_host, token))
        {
            await _host.Calls.WhenAsync(calls => calls.Count(SandboxEndpoint.CtTimeseries) == 1, Token);
            _host.Calls.InProgress.ShouldBe(1);
        }

        await _host.Calls.WhenAsync(calls => calls.Abandoned == 1, Token);
        _host.Calls.InProgress.ShouldBe(0);
    }

    [Fact]
    public async Task An_answer_that_drips_is_in_progress_to_its_last_byte()
    {
        _host.Serve(SandboxEndpoint.CtTimeseries, new ServedAnswer(200, "text/plain", new byte[] { 1 }) { DripInterval = Timeout.InfiniteTimeSpan });
        using var connection = await RawConnection.AskAsync(_host, SandboxCredentials.Everything);
        await connection.ReadAsync(received => received.EndsWith("\r\n\r\n", StringComparison.Ordinal));

        _host.Calls.InProgress.ShouldBe(1);
    }
}
