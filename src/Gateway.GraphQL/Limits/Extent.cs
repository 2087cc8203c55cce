using System.Runtime.Intrinsics;

namespace Gateway.GraphQL.Limits;

/// <summary>
/// The size of a selection set with its fragments expanded. Fragments multiply fields, so the count of fields saturates at
/// <see cref="int.MaxValue"/>. No path is longer than the document.
/// </summary>
internal readonly record struct Extent
{
    public int Fields { get; private init; }

    public int Depth { get; private init; }

    /// <summary>The depth of nested selection sets, including those of fragments.</summary>
    public int Nesting { get; private init; }

    public int OfTypes { get; private init; }

    /// <summary>For each recursive list of introspection, the most occurrences on one path.</summary>
    public Vector128<int> Lists { get; private init; }

    public int MostLists => Math.Max(Math.Max(Lists[0], Lists[1]), Math.Max(Lists[2], Lists[3]));

    /// <summary>The extent of two selections side by side: fields add up, and the deeper path counts.</summary>
    public Extent Beside(in Extent other) => new()
    {
        Fields = Sum(Fields, other.Fields),
        Depth = Math.Max(Depth, other.Depth),
        Nesting = Math.Max(Nesting, other.Nesting),
        OfTypes = Math.Max(OfTypes, other.OfTypes),
        Lists = Vector128.Max(Lists, other.Lists),
    };

    /// <summary>The extent of a selection set with this one nested in it.</summary>
    public Extent Nested() => this with { Nesting = Nesting + 1 };

    /// <summary>The extent of a field with this selection set.</summary>
    /// <param name="name">The name of the field.</param>
    /// <param name="countsDepth">Whether the depth below the field counts.</param>
    public Extent Below(string name, bool countsDepth) => this with
    {
        Fields = Sum(Fields, 1),
        Depth = countsDepth ? Depth + 1 : 0,
        OfTypes = OfTypes + (name == "ofType" ? 1 : 0),
        Lists = name switch
        {
            "fields" => Lists + Vector128.Create(1, 0, 0, 0),
            "inputFields" => Lists + Vector128.Create(0, 1, 0, 0),
            "interfaces" => Lists + Vector128.Create(0, 0, 1, 0),
            "possibleTypes" => Lists + Vector128.Create(0, 0, 0, 1),
            _ => Lists,
        },
    };

    private static int Sum(int a, int b) => a > int.MaxValue - b ? int.MaxValue : a + b;
}
