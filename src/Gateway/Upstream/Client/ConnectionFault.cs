using System.Net.Sockets;

namespace Gateway.Upstream.Client;

/// <summary>Why there was no connection, by what an operator acts on. The names are values of logs.</summary>
internal enum ConnectionFault
{
    /// <summary>The name of the host has no address.</summary>
    Dns,

    /// <summary>Nothing listens there, or a firewall says no.</summary>
    Refused,

    /// <summary>There is no way to the host, or it does not answer.</summary>
    Unreachable,

    /// <summary>No TLS: the certificate is not trusted, for another name or expired, or the other side ends the handshake.</summary>
    Tls,

    /// <summary>The connection ended before the answer did.</summary>
    Reset,

    /// <summary>The proxy refuses.</summary>
    Proxy,

    Other,
}

internal static class ConnectionFaults
{
    public static ConnectionFault Of(Exception exception) => exception switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => ConnectionFault.Dns,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => ConnectionFault.Tls,
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => ConnectionFault.Proxy,
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } => ConnectionFault.Reset,
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => ConnectionFault.Refused,
        SocketException { SocketErrorCode: SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown } =>
            ConnectionFault.Reset,
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => ConnectionFault.Dns,
        SocketException => ConnectionFault.Unreachable,
        { InnerException: { } inner } => Of(inner),
        _ => ConnectionFault.Other,
    };
}
