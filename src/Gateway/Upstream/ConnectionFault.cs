namespace Gateway.Upstream;

/// <summary>
/// Why there was no connection, or none until the answer was complete, by what an operator acts on. The names are values of metrics.
/// </summary>
internal enum ConnectionFault
{
    /// <summary>The name of the host has no address.</summary>
    Dns,

    /// <summary>Nothing listens there, or a firewall says no.</summary>
    Refused,

    /// <summary>There is no route to the host.</summary>
    Unreachable,

    /// <summary>The connection did not open in time.</summary>
    Timeout,

    /// <summary>No TLS: the certificate is not trusted, for another name or expired, or the other side ends the handshake.</summary>
    Tls,

    /// <summary>The proxy refuses to connect to the host.</summary>
    Proxy,

    /// <summary>The connection ended before the answer did.</summary>
    Reset,

    Other,
}
