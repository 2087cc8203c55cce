using System.Net.Sockets;
using Gateway.Sandbox.Faults;

namespace Gateway.Sandbox.Tests.Faults;

public sealed class TransportFaultTests
{
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(30);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reset_comes_before_any_byte()
    {
        await using var host = await SandboxServer.StartAsync(Token);
        using var connection = await RawConnection.AskAsync(host, SandboxCredentials.Reset);

        (await connection.ReadToEndAsync()).ShouldBe(SocketError.ConnectionReset);
        connection.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reset_in_the_body_comes_after_the_headers_and_a_part_of_it()
    {
        await using var host = await SandboxServer.StartAsync(Token);
        using var connection = await RawConnection.AskAsync(host, SandboxCredentials.ResetInBody);

        (await connection.ReadToEndAsync()).ShouldBe(SocketError.ConnectionReset);
        connection.Received.ShouldStartWith("HTTP/1.1 200 OK");
        connection.Received.ShouldContain("\"result\":{");
    }

    [Fact]
    public async Task A_cut_off_answer_ends_in_order_and_is_short_of_its_length()
    {
        await using var host = await SandboxServer.StartAsync(Token);
        using var connection = await RawConnection.AskAsync(host, SandboxCredentials.CutOff);

        (await connection.ReadToEndAsync()).ShouldBe(SocketError.Success);
        connection.Received.ShouldContain("Content-Length: 524288\r\n");
        Body(connection).Length.ShouldBe(524288 / 2);
    }

    [Fact]
    public async Task A_chunked_answer_is_cut_off_before_its_last_chunk()
    {
        await using var host = await SandboxServer.StartAsync(Token);
        using var connection = await RawConnection.AskAsync(host, SandboxCredentials.CutOffChunked);

        (await connection.ReadToEndAsync()).ShouldBe(SocketError.Success);
        connection.Received.ShouldContain("Transfer-Encoding: chunked\r\n");
        Body(connection).ShouldContain("\"result\":{");
        Body(connection).ShouldNotEndWith("0\r\n\r\n");
    }

    [Theory]
    [InlineData(SandboxCredentials.CutOff)]
    [InlineData(SandboxCredentials.CutOffChunked)]
    [InlineData(SandboxCredentials.Reset)]
    [InlineData(SandboxCredentials.ResetInBody)]
    public async Task A_client_sees_a_failed_call(string token)
    {
        await using var host = await SandboxServer.StartAsync(Token);
        using var client = new SandboxClient(host);
        await Should.ThrowAsync<HttpRequestException>(async () => (await client.GetAsync(SandboxClient.CtPath, token)).Dispose());
    }

    [Theory]
    [InlineData(SandboxCredentials.BlackHole, "")]
    [InlineData(SandboxCredentials.Stall, "HTTP/1.1 200 OK")]
    public async Task What_hangs_is_reset_when_it_is_released(string token, string start)
    {
        await using var host = await SandboxServer.StartAsync(Token);
        using var connection = await RawConnection.AskAsync(host, token);
        await connection.ReadAsync(received => received.StartsWith(start, StringComparison.Ordinal));
        await host.Calls.WhenAsync(calls => calls.Count(SandboxEndpoint.CtTimeseries) == 1, Token);
        var ending = connection.ReadToEndAsync();
        ending.IsCompleted.ShouldBeFalse();

        host.ReleaseSlowAnswers();

        (await ending).ShouldBe(SocketError.ConnectionReset);
    }

    [Theory]
    [InlineData(SandboxCredentials.BlackHole)]
    [InlineData(SandboxCredentials.Stall)]
    [InlineData(SandboxCredentials.Drip)]
    public async Task What_hangs_does_not_keep_the_sandbox_from_stopping(string token)
    {
        var host = await SandboxServer.StartAsync(new SandboxOptions { DripInterval = Timeout.InfiniteTimeSpan }, Token);
        using var connection = await RawConnection.AskAsync(host, token);
        await host.Calls.WhenAsync(calls => calls.Count(SandboxEndpoint.CtTimeseries) == 1, Token);

        await host.DisposeAsync().AsTask().WaitAsync(Hang, Token);

        await connection.ReadToEndAsync().WaitAsync(Hang, Token);
    }

    [Fact]
    public async Task A_caller_that_leaves_a_black_hole_is_counted()
    {
        await using var host = await SandboxServer.StartAsync(Token);
        using (await RawConnection.AskAsync(host, SandboxCredentials.BlackHole))
            await host.Calls.WhenAsync(calls => calls.Count(SandboxEndpoint.CtTimeseries) == 1, Token);

        await host.Calls.WhenAsync(calls => calls.Abandoned == 1, Token);
    }

    [Fact]
    public async Task A_body_drips_one_byte_an_interval()
    {
        var clock = new ManualClock(SharedSandbox.Now);
        await using var host = await SandboxServer.StartAsync(new SandboxOptions { Time = clock }, Token);
        using var connection = await RawConnection.AskAsync(host, SandboxCredentials.Drip);
        await connection.ReadAsync(received => received.EndsWith("\r\n\r\n", StringComparison.Ordinal));

        foreach (var expected in (string[])["{", "{\"", "{\"s"])
        {
            await clock.AdvanceWaitAsync(TimeSpan.FromSeconds(1));
            await connection.ReadAsync(_ => Body(connection).Length >= expected.Length);
            Body(connection).ShouldBe(expected);
        }
    }

    [Fact]
    public async Task An_answer_laid_out_can_drip_to_its_end_and_be_held_back()
    {
        var clock = new ManualClock(SharedSandbox.Now);
        await using var host = await SandboxServer.StartAsync(new SandboxOptions { Time = clock }, Token);
        host.Serve(SandboxEndpoint.CtTimeseries, new ServedAnswer(200, "text/plain", new byte[] { (byte)'h', (byte)'i' })
        {
            Delay = TimeSpan.FromSeconds(3),
            DripInterval = TimeSpan.FromSeconds(2),
        });
        using var connection = await RawConnection.AskAsync(host, SandboxCredentials.Everything);

        await clock.AdvanceWaitAsync(TimeSpan.FromSeconds(3));
        await clock.AdvanceWaitAsync(TimeSpan.FromSeconds(2));
        await clock.AdvanceWaitAsync(TimeSpan.FromSeconds(2));

        await connection.ReadAsync(received => received.EndsWith("\r\n\r\nhi", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_answer_takes_the_delay()
    {
        var clock = new ManualClock(SharedSandbox.Now);
        await using var host = await SandboxServer.StartAsync(new SandboxOptions { Delay = TimeSpan.FromSeconds(1), Time = clock }, Token);
        using var client = new SandboxClient(host);
        foreach (var token in (string[])[SandboxCredentials.Everything, SandboxCredentials.Unauthorized])
        {
            var answer = client.GetAsync(SandboxClient.CtPath, token);
            await clock.AdvanceWaitAsync(TimeSpan.FromSeconds(1));
            (await answer).Dispose();
        }
    }

    private static string Body(RawConnection connection) =>
        connection.Received[(connection.Received.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
}
