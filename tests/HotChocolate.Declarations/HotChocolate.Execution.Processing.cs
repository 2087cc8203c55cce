using HotChocolate.Resolvers;

namespace HotChocolate.Execution.Processing;

public sealed class Selection : ISelection
{
    private Selection() => throw null!;

    public string ResponseName => throw null!;

    public ArgumentMap Arguments => throw null!;
}

public sealed class ArgumentMap
{
    private ArgumentMap() => throw null!;

    public ArgumentValue this[string name] => throw null!;
}
