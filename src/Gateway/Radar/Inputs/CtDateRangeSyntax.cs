using System.Globalization;

namespace Gateway.Radar.Inputs;

/// <summary><c>1d</c>..<c>364d</c> or <c>1w</c>..<c>52w</c>, and <c>control</c> behind it or not; the case of letters does not matter.</summary>
internal static class CtDateRangeSyntax
{
    public const string Description = "`1d` to `364d` or `1w` to `52w`, with `control` behind it for the window before";

    public static bool IsValid(ReadOnlySpan<char> range)
    {
        const string Control = "control";
        if (range.EndsWith(Control, StringComparison.OrdinalIgnoreCase))
        {
            range = range[..^Control.Length];
        }

        if (range.IsEmpty)
        {
            return false;
        }

        var most = range[^1] switch
        {
            'd' or 'D' => 364,
            'w' or 'W' => 52,
            _ => 0,
        };
        return int.TryParse(range[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && range[0] != '0'
            && count <= most;
    }

    /// <summary>One spelling for what Cloudflare reads alike; <c>7d</c> and <c>1w</c> stay apart.</summary>
    public static string Normalize(string range) => range.ToLowerInvariant();
}
