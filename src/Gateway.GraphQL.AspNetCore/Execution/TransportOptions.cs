namespace Gateway.GraphQL.AspNetCore.Execution;

/// <summary>Options of all endpoints of a server.</summary>
internal sealed class TransportOptions
{
    /// <summary>The largest body of a POST in bytes. Default: 256 KiB.</summary>
    public int MaxAllowedRequestSize { get; init; } = 256 * 1024;

    /// <summary>How long a client may take to read 64 KiB of a response. Default: 10 s.</summary>
    public TimeSpan WriteTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The version of GraphQL over HTTP. Default: that of September 2026.</summary>
    public HttpTransportVersion HttpTransportVersion { get; set; }
}
