using System.Globalization;
using Gateway.Spectrum.Inputs;
using Gateway.Upstream;

namespace Gateway.Spectrum.Responses;

/// <summary>The dimension values of a row. A dimension that was not requested is null.</summary>
public sealed class SpectrumDimensions
{
    /// <summary>What happened to the connections. `UNKNOWN` for an event that this gateway does not know.</summary>
    public SpectrumEvent? Event => EventName is { } name ? WireNames<SpectrumEvent>.Find(name) ?? SpectrumEvent.Unknown : null;

    /// <summary>Cloudflare's name of the event. Also set if `event` is `UNKNOWN`.</summary>
    public string? EventName { get; internal init; }

    /// <summary>The id of the Spectrum application.</summary>
    [ID]
    public string? AppId { get; internal init; }

    /// <summary>The Cloudflare data centre of the connections, by its airport code, e.g. `SFO`.</summary>
    public string? ColoName { get; internal init; }

    /// <summary>The clients' IP version: 4 or 6.</summary>
    public int? IpVersion { get; internal init; }

    /// <summary>The id of the zone that the rows are of, in lower case.</summary>
    internal string ZoneId { get; init; } = "";

    internal static int? ParseIpVersion(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
}
