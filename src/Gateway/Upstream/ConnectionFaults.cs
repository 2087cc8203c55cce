using System.Net.Sockets;

namespace Gateway.Upstream;

/// <summary>
/// Classifies the exceptions of a connection, and says them in a sentence. Their own texts are not told: they can hold anything.
/// </summary>
internal static class ConnectionFaults
{
    public static ConnectionFault Of(Exception exception)
    {
        if (exception is HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError })
        {
            return ConnectionFault.Proxy;
        }

        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is SocketException socket && Of(socket.SocketErrorCode) is { } fault)
            {
                return fault;
            }
        }

        return exception switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => ConnectionFault.Dns,
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => ConnectionFault.Tls,
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError, InnerException: OperationCanceledException } =>
                ConnectionFault.Timeout,
            HttpRequestException
            {
                HttpRequestError: HttpRequestError.ResponseEnded or HttpRequestError.HttpProtocolError or HttpRequestError.InvalidResponse,
            }
                or IOException => ConnectionFault.Reset,
            _ => ConnectionFault.Other,
        };
    }

    /// <summary>The fault in a sentence that names the host.</summary>
    public static string Describe(this ConnectionFault fault, Uri address)
    {
        var host = $"{address.Host}:{address.Port}";
        return fault switch
        {
            ConnectionFault.Dns => $"the name {address.Host} could not be resolved (DNS)",
            ConnectionFault.Refused => $"{host} refused the connection",
            ConnectionFault.Unreachable => $"there is no route to {host}",
            ConnectionFault.Timeout => $"the connection to {host} did not open in time",
            ConnectionFault.Tls => $"TLS with {host} failed: check the certificate, the names in it and who issued it",
            ConnectionFault.Proxy => $"the proxy did not connect to {host}",
            ConnectionFault.Reset => $"the connection to {host} broke before the answer was complete",
            _ => $"the connection to {host} failed",
        };
    }

    private static ConnectionFault? Of(SocketError error) => error switch
    {
        SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.NoRecovery => ConnectionFault.Dns,
        SocketError.ConnectionRefused => ConnectionFault.Refused,
        SocketError.NetworkUnreachable or SocketError.HostUnreachable or SocketError.NetworkDown or SocketError.HostDown =>
            ConnectionFault.Unreachable,
        SocketError.TimedOut => ConnectionFault.Timeout,
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => ConnectionFault.Reset,
        _ => null,
    };
}
