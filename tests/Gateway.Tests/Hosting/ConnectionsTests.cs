using System.Net.Sockets;
using System.Text;
using Gateway.Tests.Caching.Redis;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests.Hosting;

public sealed class ConnectionsTests
{
    [Fact]
    public async Task More_connections_than_are_allowed_are_closed_without_an_answer_until_another_one_ends()
    {
        await using var app = await HostedApp.StartAsync(new() { ["Hosting:MaxConnections"] = "2" });
        using var first = await ConnectAsync(app);
        using var second = await ConnectAsync(app);
        (await AskAsync(first)).ShouldStartWith("HTTP/1.1 200");
        (await AskAsync(second)).ShouldStartWith("HTTP/1.1 200");

        for (var i = 0; i < 5; i++)
        {
            using var third = await ConnectAsync(app);
            (await AskAsync(third)).ShouldBeEmpty();
        }

        (await AskAsync(first)).ShouldStartWith("HTTP/1.1 200");
        // A flood of connections must not be one of log lines, too.
        app.Logs.GetSnapshot().Where(record => record.Level >= LogLevel.Warning).ShouldBeEmpty();

        first.Dispose();
        await Eventually.IsAsync(async () =>
        {
            using var next = await ConnectAsync(app);
            return (await AskAsync(next)).Length > 0;
        });
    }

    [Fact]
    public async Task Without_a_setting_there_is_a_bound_too()
    {
        await using var app = await HostedApp.StartAsync();

        app.Options<KestrelServerOptions>().Limits.MaxConcurrentConnections.ShouldBe(4096);
    }

    private static async Task<Socket> ConnectAsync(HostedApp app)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(app.Client.BaseAddress!.Host, app.Client.BaseAddress.Port, TestContext.Current.CancellationToken);
        return socket;
    }

    /// <returns>The answer, which comes in chunks; empty if the connection is closed.</returns>
    private static async Task<string> AskAsync(Socket socket)
    {
        var (buffer, answer) = (new byte[4096], "");
        try
        {
            await socket.SendAsync("GET /client HTTP/1.1\r\nHost: x\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);

            // The last chunk may come by itself.
            int read;
            do
            {
                read = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
                answer += Encoding.ASCII.GetString(buffer, 0, read);
            }
            while (read > 0 && !answer.EndsWith("0\r\n\r\n", StringComparison.Ordinal));

            return answer;
        }
        catch (SocketException)
        {
            return "";
        }
    }
}
