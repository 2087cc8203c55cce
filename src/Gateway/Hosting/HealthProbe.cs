using System.Net;
using System.Net.Sockets;

namespace Gateway.Hosting;

/// <summary>
/// <c>--healthcheck</c>: asks a gateway on this machine that has the same settings whether it is alive. It is for containers without a
/// shell and curl. Exit codes: 0 alive, 1 not.
/// </summary>
internal static class HealthProbe
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync(IConfiguration configuration)
    {
        if (ListenAddress.Local(configuration).IsSuccess(out var address, out var why))
        {
            why = await AskAsync(address);
        }

        if (why is null)
        {
            return 0;
        }

        await Console.Error.WriteLineAsync(why);
        return 1;
    }

    /// <returns>Why the gateway is not alive; null if it is.</returns>
    private static async Task<string?> AskAsync(LocalAddress address)
    {
        using var handler = new SocketsHttpHandler { UseProxy = false };

        // The certificate may be for any name that clients use. Nothing is sent that another process must not read.
        handler.SslOptions.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
        if (address.Socket is { } path)
        {
            handler.ConnectCallback = async (_, cancellationToken) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            };
        }

        using var client = new HttpClient(handler)
        {
            Timeout = Timeout,
            DefaultRequestVersion = address.IsHttp2 ? HttpVersion.Version20 : HttpVersion.Version11,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        var uri = new Uri(address.Uri, HealthEndpoints.Live);
        try
        {
            using var response = await client.GetAsync(uri);
            return response.IsSuccessStatusCode ? null : $"{uri} answers with status {(int)response.StatusCode}.";
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return e is OperationCanceledException
                ? $"{uri} does not answer within {Timeout.TotalSeconds:0} seconds."
                : $"{uri} does not answer: {e.GetBaseException().Message}";
        }
    }
}
