using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Merging;

/// <summary>
/// Selection sets that are merged into one, as a key: two are equal where they are of the same sets and ask the same question.
/// </summary>
internal readonly struct MergedSet(SelectionFacts[] sets, bool shapesOnly) : IEquatable<MergedSet>
{
    private readonly int _hash = Hash(sets, shapesOnly);

    public SelectionFacts[] Sets => sets;

    /// <summary>Whether the fields have only to be of the same shape, since no object has all of them.</summary>
    public bool ShapesOnly => shapesOnly;

    public bool Equals(MergedSet other) => ShapesOnly == other.ShapesOnly && Sets.AsSpan().SequenceEqual(other.Sets);

    public override bool Equals(object? obj) => obj is MergedSet other && Equals(other);

    public override int GetHashCode() => _hash;

    private static int Hash(SelectionFacts[] sets, bool shapesOnly)
    {
        var hash = new HashCode();
        hash.Add(shapesOnly);
        foreach (var set in sets)
        {
            hash.Add(set);
        }

        return hash.ToHashCode();
    }
}
