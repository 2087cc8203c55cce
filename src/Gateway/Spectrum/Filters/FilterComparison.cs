using System.Buffers;
using Gateway.Spectrum.Inputs;
using Gateway.Upstream;

namespace Gateway.Spectrum.Filters;

/// <summary>One comparison of a filter. Its value never needs escaping; see <see cref="IsValue"/>.</summary>
internal readonly record struct FilterComparison(SpectrumDimension Dimension, FilterOperator Operator, string Value)
    : IComparable<FilterComparison>
{
    public const int MaxValueLength = 128;

    /// <summary>
    /// The characters that a value may have. The grammar has no quotes, so a separator in a value would change the filter's logic.
    /// </summary>
    public static readonly SearchValues<char> ValueCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-");

    public static bool IsValue(SpectrumDimension dimension, ReadOnlySpan<char> text) => dimension is SpectrumDimension.IpVersion
        ? text is "4" or "6"
        : text.Length is > 0 and <= MaxValueLength && !text.ContainsAnyExcept(ValueCharacters);

    /// <summary>What a value of the dimension has to be, for error messages.</summary>
    public static string ValueRule(SpectrumDimension dimension) => dimension is SpectrumDimension.IpVersion
        ? "4 or 6"
        : "1 to 128 letters, digits, `_`, `.` and `-`, because Cloudflare's grammar has no quoting";

    public int CompareTo(FilterComparison other) =>
        Dimension != other.Dimension ? Dimension.CompareTo(other.Dimension)
        : Operator != other.Operator ? Operator.CompareTo(other.Operator)
        : string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Dimension.Wire() + Operator.Symbol() + Value;
}
