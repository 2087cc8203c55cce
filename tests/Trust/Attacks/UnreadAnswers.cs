using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Gateway.Sandbox;
using Gateway.Sandbox.Calls;

namespace Trust.Tests.Attacks;

/// <summary>
/// One credential asks for large answers and reads none of them: over 25 connections for 64 times the same 1.5 MB in one answer, over 100
/// others for those 1.5 MB, and over four HTTP/2 connections with 100 streams each for one and two times as much. Every five seconds it
/// asks again over HTTP/1.1, on a new connection if the gateway has closed the old one.
/// </summary>
internal sealed class UnreadAnswers : IAttack
{
    private const int ConnectionsOfMany = 25;
    private const int ConnectionsOfOne = 100;
    private const int StreamsOfEach = 100;

    private const string Token = "asks-and-never-reads";

    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _opened;
    private int _asked;
    private int _streams;

    public Task Started => _started.Task;

    public string Report => $"{_asked} requests on {_opened} connections, and {_streams} streams, none of them read";

    /// <summary>Reads the answer, once: from then on it is in the cache.</summary>
    public async Task PrepareAsync(Target target)
    {
        using var client = GatewayProcess.NewClient(target.Http1);
        using var request = Request(times: 1);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task RunAsync(Target target, CancellationToken cancellationToken) => Task.WhenAll(
    [
        .. Enumerable.Range(0, ConnectionsOfMany).Select(_ => HoldAsync(target.Http1, Document(times: 64), cancellationToken)),
        .. Enumerable.Range(0, ConnectionsOfOne).Select(_ => HoldAsync(target.Http1, Document(times: 1), cancellationToken)),
        .. ((int[])[1, 1, 2, 2]).Select(times => HoldStreamsAsync(target.Http2, times, cancellationToken)),
    ]);

    /// <summary>It asks one question: one call, and the renewals of its lease.</summary>
    public IEnumerable<string> Faults(CallLog calls, TimeSpan elapsed)
    {
        var own = calls.Count(SandboxEndpoint.CtTimeseries, Token);
        if (own > 1 + (elapsed / HonestCallers.Renewal))
        {
            yield return $"One question caused {own} calls.";
        }
    }

    /// <summary>Twenty series of a week in steps of 15 minutes, with all that they have, under so many aliases.</summary>
    private static object Document(int times) => new
    {
        query = $"query($series: [CtSeriesInput!]) {{ {string.Join(' ', Enumerable.Range(0, times).Select(Alias))} }} "
            + "fragment All on CtTimeseries { csv series { name timestamps values points { timestamp value } } }",
        variables = new
        {
            series = Enumerable.Range(0, 20).Select(number => new
            {
                name = $"s{number}",
                dateStart = "2026-01-01T00:00:00Z",
                dateEnd = "2026-01-08T00:00:00Z",
            }),
        },
    };

    private static HttpRequestMessage Request(int times)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = JsonContent.Create(Document(times)) };
        request.Headers.Add("Authorization", $"Bearer {Token}");
        return request;
    }

    private static string Alias(int number) => $"a{number}: ctTimeseries(aggInterval: FIFTEEN_MINUTES, series: $series) {{ ...All }}";

    private async Task HoldAsync(Uri target, object document, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(document);
        var head = $"POST {target.AbsolutePath} HTTP/1.1\r\nHost: {target.Authority}\r\nAuthorization: Bearer {Token}\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n";
        byte[] request = [.. Encoding.ASCII.GetBytes(head), .. body];
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(5));
        do
        {
            try
            {
                using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096, NoDelay = true };
                await socket.ConnectAsync(target.Host, target.Port, cancellationToken);
                Interlocked.Increment(ref _opened);
                do
                {
                    await socket.SendAsync(request, cancellationToken);
                    if (Interlocked.Increment(ref _asked) == ConnectionsOfMany + ConnectionsOfOne)
                    {
                        _started.TrySetResult();
                    }
                }
                while (await NextAsync(pace, cancellationToken));
            }
            catch (SocketException)
            {
                // The gateway has closed it: once more, at the next turn.
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
        while (await NextAsync(pace, cancellationToken));
    }

    private static async Task<bool> NextAsync(PeriodicTimer pace, CancellationToken cancellationToken)
    {
        var next = pace.WaitForNextTickAsync(cancellationToken).AsTask();
        await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return next.IsCompletedSuccessfully && next.Result;
    }

    /// <summary>A client that does not read gives no more credit than the window of 64 KiB that each stream begins with.</summary>
    private async Task HoldStreamsAsync(Uri target, int times, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(new SocketsHttpHandler { InitialHttp2StreamWindowSize = 65_535 })
        {
            BaseAddress = target,
            Timeout = Timeout.InfiniteTimeSpan,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        await Task.WhenAll(Enumerable.Range(0, StreamsOfEach).Select(async _ =>
        {
            try
            {
                using var request = Request(times);
                using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                Interlocked.Increment(ref _streams);
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
            {
                // Refused, or the end.
            }
        }));
    }
}
