using System.Globalization;
using System.Text;
using Gateway.Upstream;

namespace Gateway.Spectrum.Requests;

/// <summary>
/// Writes a request as a URL: every parameter at most once and in a fixed order, lists joined by commas.
/// Whatever could need it is percent-encoded here, by construction: all other parts are digits, letters and known names.
/// </summary>
internal static class SpectrumBytimeUrl
{
    public static string Of(SpectrumBytimeRequest request)
    {
        var url = new StringBuilder(256)
            .Append("zones/").Append(request.ZoneId).Append("/spectrum/analytics/events/bytime")
            .Append("?time_delta=").Append(request.TimeDelta.Wire());

        var separator = "&dimensions=";
        foreach (var dimension in request.Dimensions)
        {
            url.Append(separator).Append(dimension.Wire());
            separator = ",";
        }

        separator = "&metrics=";
        foreach (var metric in request.Metrics)
        {
            url.Append(separator).Append(metric.Wire());
            separator = ",";
        }

        if (request.Filter is { } filter)
        {
            url.Append("&filters=");
            filter.AppendEncoded(url);
        }

        AppendInstant(url, "&since=", request.Since);
        AppendInstant(url, "&until=", request.Until);

        separator = "&sort=";
        foreach (var sort in request.Sort)
        {
            // A bare `+` would arrive as a space.
            url.Append(separator).Append(sort.IsDescending ? "-" : "%2B").Append(sort.Field.Wire);
            separator = ",";
        }

        if (request.Limit is { } limit)
        {
            url.Append(CultureInfo.InvariantCulture, $"&limit={limit}");
        }

        return url.ToString();
    }

    // RFC 3339 in UTC, with the digits that the fraction has.
    private static void AppendInstant(StringBuilder url, string name, DateTimeOffset? instant)
    {
        if (instant is { } value)
        {
            url.Append(name).Append(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH'%3A'mm'%3A'ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
        }
    }
}
