namespace Gateway.Spectrum.Inputs;

/// <summary>What happened to a connection.</summary>
public enum SpectrumEvent
{
    /// <summary>A client connected.</summary>
    Connect,

    /// <summary>A connection that is still open reported its progress.</summary>
    Progress,

    /// <summary>A connection ended.</summary>
    Disconnect,

    /// <summary>Cloudflare could not reach the origin, or the origin failed.</summary>
    OriginError,

    /// <summary>A client was rejected, e.g. by an IP access rule.</summary>
    ClientFiltered,

    /// <summary>An event that this gateway does not know. `eventName` has Cloudflare's name for it. Not allowed in filters.</summary>
    Unknown,
}
