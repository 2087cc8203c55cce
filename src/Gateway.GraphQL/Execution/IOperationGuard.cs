using Gateway.GraphQL.Execution.Planning;

namespace Gateway.GraphQL.Execution;

/// <summary>Looks at an operation when its variables are known and nothing of it has run yet.</summary>
public interface IOperationGuard
{
    /// <summary>Why the operation must not run; null where it may.</summary>
    IError? Check(OperationOutline operation);
}

/// <summary>The root fields of an operation: fragments spread, what is skipped left out, equal response names merged.</summary>
public readonly struct OperationOutline
{
    private readonly OperationContext _context;
    private readonly Selection[] _selections;

    internal OperationOutline(OperationContext context, Selection[] selections) => (_context, _selections) = (context, selections);

    public int Count => _selections.Length;

    public RootField this[int index] => new(_context, _selections[index]);
}

/// <summary>A root field of an operation that is about to run.</summary>
public readonly struct RootField
{
    private readonly OperationContext _context;
    private readonly Selection _selection;

    internal RootField(OperationContext context, Selection selection) => (_context, _selection) = (context, selection);

    public string Name => _selection.Field.Name;

    public ISelection Selection => _selection;

    /// <summary>What the field's resolver will be able to ask.</summary>
    public IResolverContext Context => new ResolverContext<object?>(null, _context, _selection, []);

    /// <summary>A text that is the same for two selections of a field if its resolver gets the same arguments.</summary>
    public string ArgumentKey => Input.ArgumentKey.Of(_selection.Field, _selection.Node, _context.Variables);
}
