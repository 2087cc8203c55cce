namespace Gateway.Spectrum.Inputs;

/// <summary>An attribute of connections. Spectrum analytics can be broken down and filtered by it.</summary>
public enum SpectrumDimension
{
    /// <summary>What happened to the connection. See `SpectrumEvent`.</summary>
    Event,

    /// <summary>The id of the Spectrum application: 32 hex digits.</summary>
    AppId,

    /// <summary>The Cloudflare data centre of the connection, by its airport code, e.g. `SFO`.</summary>
    ColoName,

    /// <summary>The client's IP version: 4 or 6.</summary>
    IpVersion,
}
