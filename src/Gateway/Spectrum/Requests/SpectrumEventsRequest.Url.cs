using System.Globalization;
using Gateway.Columns;
using Gateway.Upstream;

namespace Gateway.Spectrum.Requests;

/// <content>Makes the URL of a call to Cloudflare.</content>
internal abstract partial class SpectrumEventsRequest
{
    /// <summary>The call at this time, in UTC. Nothing that outlives the call may keep it.</summary>
    public SpectrumCall CallAt(DateTimeOffset now)
    {
        if (_call is not null)
        {
            return _call;
        }

        var (since, until) = Window!.At(now);
        return new SpectrumCall(Write(since, until), since, until);
    }

    /// <summary>The dates of <see cref="CallAt"/>.</summary>
    public (DateTimeOffset? Since, DateTimeOffset? Until) DatesAt(DateTimeOffset now) =>
        _call is null ? Window!.At(now) : (_call.Since, _call.Until);

    // A key has the lengths of a window in place of its dates, under names that no parameter of Cloudflare's has, and the interval at whose
    // start the window begins.
    // Cloudflare's documentation does not encode `,` and `!`.
    private string Write(DateTimeOffset? since, DateTimeOffset? until, SpectrumWindow? window = null) =>
        new RequestTarget($"zones/{ZoneId}/spectrum/analytics/events/{_endpoint}")
            .Add("time_delta", _hasIntervals || window is not null ? TimeDelta.Wire() : null)
            .Add("dimensions", string.Join(',', Dimensions.Select(WireNames.Wire)))
            .Add("metrics", string.Join(',', Metrics.Select(WireNames.Wire)))
            .Add("filters", Filter?.ToString())
            .Add("since", since is { } start ? InstantText.Of(start) : null)
            .Add("until", until is { } end ? InstantText.Of(end) : null)
            .Add("window", window?.Minutes.ToString(CultureInfo.InvariantCulture))
            .Add("shift", window?.ShiftMinutes?.ToString(CultureInfo.InvariantCulture))
            .Add("sort", string.Join(',', Sort.Select(sort => sort.Wire)))
            .Add("limit", Limit?.ToString(CultureInfo.InvariantCulture))
            .ToString().Replace("%2C", ",", StringComparison.Ordinal).Replace("%21", "!", StringComparison.Ordinal);
}
