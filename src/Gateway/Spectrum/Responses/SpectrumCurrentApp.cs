using Gateway.Columns;

namespace Gateway.Spectrum.Responses;

/// <summary>The connections of one Spectrum application in the last minute.</summary>
public sealed record SpectrumCurrentApp
{
    /// <summary>The id of the Spectrum application.</summary>
    [ID]
    public required string AppId { get; init; }

    /// <summary>Number of connections.</summary>
    public double Connections { get; init; }

    /// <summary>Bytes from the client to Cloudflare.</summary>
    public double BytesIngress { get; init; }

    /// <summary>Bytes from Cloudflare to the client.</summary>
    public double BytesEgress { get; init; }

    /// <summary>Mean duration of connections, in milliseconds.</summary>
    public double DurationAvg { get; init; }

    /// <summary>The id of the zone, in lower case. It is that of the request, and not stored.</summary>
    internal string ZoneId { get; init; } = "";

    /// <summary>The size in memory, in bytes.</summary>
    internal long Size => MemorySize.Header + 48 + MemorySize.Of(AppId);
}
