namespace Gateway.Spectrum.Filters;

/// <summary>A comparison of a dimension, of whichever type its values are.</summary>
/// <typeparam name="TValue">The type of a value that may be omitted.</typeparam>
/// <typeparam name="TItem">The type of a value.</typeparam>
internal interface IComparisonInput<out TValue, out TItem>
{
    TValue Eq { get; }

    TValue Neq { get; }

    TValue Gt { get; }

    TValue Gte { get; }

    TValue Lt { get; }

    TValue Lte { get; }

    IReadOnlyList<TItem>? In { get; }
}
