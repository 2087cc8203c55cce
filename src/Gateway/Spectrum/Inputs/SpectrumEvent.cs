namespace Gateway.Spectrum.Inputs;

/// <summary>What happened to a connection.</summary>
public enum SpectrumEvent
{
    /// <summary>A client connected.</summary>
    Connect,

    /// <summary>A connection that stays open reported how far it is.</summary>
    Progress,

    /// <summary>A connection ended.</summary>
    Disconnect,

    /// <summary>Cloudflare could not reach the origin, or the origin failed.</summary>
    OriginError,

    /// <summary>A client was turned away, e.g. by an IP access rule.</summary>
    ClientFiltered,

    /// <summary>Another event; `eventName` has Cloudflare's spelling. Only in answers: a filter by it is refused.</summary>
    Unknown,
}
