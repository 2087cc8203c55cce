namespace Gateway.Upstream;

/// <summary>Why Cloudflare could not be reached, or the connection broke. An operator acts differently on each.</summary>
internal enum ConnectionFault
{
    Dns,
    Refused,
    Unreachable,
    Timeout,
    Tls,
    Proxy,
    Reset,
    Other,
}
