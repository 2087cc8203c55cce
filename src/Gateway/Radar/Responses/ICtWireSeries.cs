using Gateway.Columns;
using Gateway.Radar.Inputs;

namespace Gateway.Radar.Responses;

/// <summary>A series of a response, as it is cached.</summary>
internal interface ICtWireSeries
{
    /// <summary>The name in Cloudflare's answer, usually from <see cref="CtSeriesNames.Of"/>.</summary>
    string WireName { get; }

    /// <summary>The timestamps; null for a series without. Series with equal timestamps share one object.</summary>
    InstantColumn? Timestamps { get; }

    /// <summary>The approximate size in memory without <see cref="Timestamps"/>, in bytes.</summary>
    long Size { get; }
}
