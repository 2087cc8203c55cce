namespace Gateway.GraphQL.Limits;

/// <summary>How much a selection set stands for, fragments spread. Counts stop at <see cref="int.MaxValue"/> and do not run over.</summary>
internal readonly record struct Extent
{
    public int Fields { get; private init; }

    public int Depth { get; private init; }

    /// <summary>How deep selection sets nest, those of fragments included.</summary>
    public int Nesting { get; private init; }

    public int OfTypes { get; private init; }

    /// <summary>The most that one of the recursive lists of introspection stands on one path; four counts, one for each list.</summary>
    public (int Fields, int InputFields, int Interfaces, int PossibleTypes) Lists { get; private init; }

    public int MostLists => Math.Max(Math.Max(Lists.Fields, Lists.InputFields), Math.Max(Lists.Interfaces, Lists.PossibleTypes));

    /// <summary>Beside each other: fields add up, and the deeper path counts.</summary>
    public Extent Beside(in Extent other) => new()
    {
        Fields = Sum(Fields, other.Fields),
        Depth = Math.Max(Depth, other.Depth),
        Nesting = Math.Max(Nesting, other.Nesting),
        OfTypes = Math.Max(OfTypes, other.OfTypes),
        Lists = (
            Math.Max(Lists.Fields, other.Lists.Fields),
            Math.Max(Lists.InputFields, other.Lists.InputFields),
            Math.Max(Lists.Interfaces, other.Lists.Interfaces),
            Math.Max(Lists.PossibleTypes, other.Lists.PossibleTypes)),
    };

    /// <summary>A set, seen from where it stands.</summary>
    public Extent Nested() => this with { Nesting = Sum(Nesting, 1) };

    /// <param name="name">The field that this is below.</param>
    /// <param name="countsDepth">Whether the depth below counts.</param>
    public Extent Below(string name, bool countsDepth) => this with
    {
        Fields = Sum(Fields, 1),
        Depth = countsDepth ? Sum(Depth, 1) : 0,
        OfTypes = Sum(OfTypes, name == "ofType" ? 1 : 0),
        Lists = (
            Sum(Lists.Fields, name == "fields" ? 1 : 0),
            Sum(Lists.InputFields, name == "inputFields" ? 1 : 0),
            Sum(Lists.Interfaces, name == "interfaces" ? 1 : 0),
            Sum(Lists.PossibleTypes, name == "possibleTypes" ? 1 : 0)),
    };

    private static int Sum(int a, int b) => a > int.MaxValue - b ? int.MaxValue : a + b;
}
