using System.Globalization;

namespace Gateway.Radar.Inputs;

/// <summary>What series are called on the wire: a caller's own names never leave the gateway.</summary>
internal static class CtSeriesNames
{
    public static string Of(int index) => string.Create(CultureInfo.InvariantCulture, $"s{index}");

    /// <summary>Which series a name stands for; null for one that is not ours.</summary>
    public static int? IndexOf(string name) =>
        name is ['s', .. var digits] and not ['s', '0', _, ..]
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;
}
