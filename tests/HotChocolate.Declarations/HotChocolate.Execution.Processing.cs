using HotChocolate.Resolvers;
using HotChocolate.Types;

namespace HotChocolate.Execution.Processing;

public sealed class Operation
{
    private Operation() => throw null!;

    public SelectionSet RootSelectionSet => throw null!;
}

public sealed class SelectionSet
{
    private SelectionSet() => throw null!;

    public IObjectTypeDefinition Type => throw null!;

    public ReadOnlySpan<Selection> Selections => throw null!;
}

public sealed class Selection : ISelection
{
    private Selection() => throw null!;

    public string ResponseName => throw null!;

    public ArgumentMap Arguments => throw null!;

    public ObjectField Field => throw null!;

    public IType Type => throw null!;

    public SelectionSet GetSelectionSet(ObjectType typeContext) => throw null!;
}

public sealed class ArgumentMap
{
    private ArgumentMap() => throw null!;

    public ArgumentValue this[string name] => throw null!;
}
