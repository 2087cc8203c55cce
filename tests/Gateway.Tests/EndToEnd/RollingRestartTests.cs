using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Gateway.Sandbox;
using Gateway.Tests.Caching.Redis;

namespace Gateway.Tests.EndToEnd;

/// <summary>
/// Two replicas behind a plain TCP balancer that obeys <c>/health/ready</c>, with 200 requests/s over connections that are kept alive. One
/// replica after the other is replaced, and no request fails.
/// </summary>
public sealed class RollingRestartTests
{
    private const int Clients = 400;

    // Each client sends every 2 s: 200 requests/s.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>How often all replicas are replaced: <c>ROLLING_RESTARTS</c>, or once.</summary>
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("ROLLING_RESTARTS") ?? "1", null);

    [Fact]
    public async Task No_request_fails()
    {
        await using var sandbox = await SandboxServer.StartAsync(TestContext.Current.CancellationToken);
        await using var balancer = new TcpBalancer();
        var replicas = new Queue<GatewayProcess>();
        using var stop = new CancellationTokenSource();
        try
        {
            await ReplaceAsync();
            await ReplaceAsync();
            var clients = Enumerable.Range(0, Clients).Select(client => AskAsync(balancer.Address, client, stop.Token)).ToArray();
            for (var restarts = 0; restarts < 2 * Rounds; restarts++)
            {
                await ReplaceAsync();
                var old = replicas.Dequeue();
                await old.SignalStopAsync();
                (await old.EndAsync()).ShouldBe(0);
                balancer.Remove(old.Address);
                old.Dispose();
            }

            await stop.CancelAsync();
            var results = await Task.WhenAll(clients);

            TestContext.Current.SendDiagnosticMessage("{0} requests in {1} restarts", results.Sum(result => result.Answered), 2 * Rounds);
            results.SelectMany(result => result.Failures).ShouldBeEmpty();
            results.ShouldAllBe(result => result.Answered > 0);
        }
        finally
        {
            await stop.CancelAsync();
            foreach (var replica in replicas)
            {
                replica.Dispose();
            }
        }

        async Task ReplaceAsync()
        {
            var replica = await GatewayProcess.StartAsync([], ("Cloudflare:BaseUrl", sandbox.BaseUrl), ("Hosting:DrainPeriod", "00:00:05"));
            replicas.Enqueue(replica);
            balancer.Add(replica.Address);
            await Eventually.IsAsync(() => balancer.IsReady(replica.Address));
        }
    }

    /// <summary>
    /// A client that keeps its connection until a response says `Connection: close`, and does not look whether the server closed it: a
    /// request on such a connection is lost.
    /// </summary>
    private static async Task<(int Answered, List<string> Failures)> AskAsync(Uri address, int number, CancellationToken stop)
    {
        var body = "{\"query\":\"{ ctTimeseries { csv } }\"}";
        var request = Encoding.ASCII.GetBytes(
            $"POST /graphql HTTP/1.1\r\nHost: gateway\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n"
            + $"Authorization: Bearer {SandboxCredentials.Everything}\r\n\r\n{body}");
        var (answered, failures, connection) = (0, new List<string>(), (TcpClient?)null);
        await Task.Delay(Pause * number / Clients, TestContext.Current.CancellationToken);
        using var timer = new PeriodicTimer(Pause);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (connection is null)
                {
                    connection = new TcpClient { NoDelay = true };
                    await connection.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
                }

                await connection.GetStream().WriteAsync(request, TestContext.Current.CancellationToken);
                var (head, answer) = await ReadAsync(connection.GetStream());
                if (head.StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal) && answer.StartsWith("{\"data\":{\"ctTimeseries\":{", StringComparison.Ordinal))
                {
                    answered++;
                }
                else
                {
                    failures.Add(head + answer);
                }

                if (head.Contains("\r\nConnection: close\r\n", StringComparison.OrdinalIgnoreCase))
                {
                    connection.Dispose();
                    connection = null;
                }
            }
            catch (Exception exception) when (exception is IOException or SocketException)
            {
                failures.Add(exception.Message);
                connection?.Dispose();
                connection = null;
            }

            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        connection?.Dispose();
        return (answered, failures);
    }

    private static async Task<(string Head, string Body)> ReadAsync(NetworkStream stream)
    {
        var (buffer, length, end, body) = (new byte[64 * 1024], 0, -1, 0);
        while (end < 0 || length < end + body)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), TestContext.Current.CancellationToken);
            length += read > 0 ? read : throw new IOException($"The connection ended after {length} bytes.");
            if (end < 0 && buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) is > 0 and var found)
            {
                end = found + 4;
                body = int.Parse(
                    Encoding.ASCII.GetString(buffer, 0, end).Split("Content-Length: ")[1].Split('\r')[0], CultureInfo.InvariantCulture);
            }
        }

        return (Encoding.ASCII.GetString(buffer, 0, end), Encoding.UTF8.GetString(buffer, end, body));
    }
}
