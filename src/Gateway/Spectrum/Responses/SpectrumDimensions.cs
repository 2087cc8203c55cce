using System.Globalization;
using Gateway.Spectrum.Inputs;
using Gateway.Upstream;

namespace Gateway.Spectrum.Responses;

/// <summary>The dimension values of a row. A dimension that was not asked for is null.</summary>
public sealed class SpectrumDimensions
{
    /// <summary>What happened to the connections; `UNKNOWN` for an event that this gateway does not know.</summary>
    public SpectrumEvent? Event => EventName is { } name ? WireNames<SpectrumEvent>.Find(name) ?? SpectrumEvent.Unknown : null;

    /// <summary>The event as Cloudflare spells it, when `event` is `UNKNOWN` too.</summary>
    public string? EventName { get; internal init; }

    /// <summary>The id of the Spectrum application.</summary>
    [ID]
    public string? AppId { get; internal init; }

    /// <summary>The Cloudflare data centre that took the connections, by its airport's code, e.g. `SFO`.</summary>
    public string? ColoName { get; internal init; }

    /// <summary>The version of IP that the clients used: 4 or 6.</summary>
    public int? IpVersion { get; internal init; }

    internal static int? ParseIpVersion(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
}
