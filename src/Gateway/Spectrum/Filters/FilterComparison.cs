using System.Buffers;
using Gateway.Spectrum.Inputs;
using Gateway.Upstream;

namespace Gateway.Spectrum.Filters;

/// <summary>One comparison of a filter. Its value needs no escaping anywhere: see <see cref="IsValue"/>.</summary>
internal readonly record struct FilterComparison(SpectrumDimension Dimension, FilterOperator Operator, string Value)
    : IComparable<FilterComparison>
{
    public const int MaxValueLength = 128;

    public const string ValueRule = "1 to 128 letters, digits, `_`, `.` and `-`";

    /// <summary>What a value may consist of: without quoting, a separator in a value would become part of the logic.</summary>
    public static readonly SearchValues<char> ValueCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-");

    public static bool IsValue(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= MaxValueLength && !text.ContainsAnyExcept(ValueCharacters);

    public int CompareTo(FilterComparison other) =>
        Dimension != other.Dimension ? Dimension.CompareTo(other.Dimension)
        : Operator != other.Operator ? Operator.CompareTo(other.Operator)
        : string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Dimension.Wire() + Operator.Wire() + Value;
}
