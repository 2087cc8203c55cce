using System.Runtime.Serialization;

namespace Gateway.Spectrum.Inputs;

/// <summary>An attribute of a connection by which Spectrum analytics can be broken down and filtered.</summary>
public enum SpectrumDimension
{
    /// <summary>What happened to the connection: see `SpectrumEvent`.</summary>
    Event,

    /// <summary>The id of the Spectrum application: 32 hex digits.</summary>
    [EnumMember(Value = "appID")]
    AppId,

    /// <summary>The Cloudflare data centre that took the connection, by its airport's code, e.g. `SFO`.</summary>
    ColoName,

    /// <summary>The version of IP that the client used: 4 or 6.</summary>
    IpVersion,
}
