using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Merging;

/// <summary>
/// Selection sets that are checked as one, used as a key. Two keys are equal if they have the same sets and the same check.
/// </summary>
internal readonly struct MergedSet(SelectionFacts[] sets, bool shapesOnly) : IEquatable<MergedSet>
{
    private readonly int _hash = Hash(sets, shapesOnly);

    public SelectionFacts[] Sets => sets;

    /// <summary>Whether only the shapes must be equal, because the fields belong to different objects.</summary>
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
