using Gateway.GraphQL.Execution.Planning;

namespace Gateway.GraphQL.Execution;

/// <summary>Checks an operation after its variables were coerced and before it is executed.</summary>
public interface IOperationGuard
{
    /// <summary>Returns why the operation is rejected; null if it may run.</summary>
    IError? Check(OperationOutline operation);
}

/// <summary>
/// The root fields of an operation after CollectFields (GraphQL September 2025, §6.3.2,
/// https://spec.graphql.org/September2025/#sec-Field-Collection).
/// </summary>
public readonly struct OperationOutline
{
    private readonly OperationContext _context;
    private readonly Selection[] _selections;

    internal OperationOutline(OperationContext context, Selection[] selections) => (_context, _selections) = (context, selections);

    public int Count => _selections.Length;

    public RootField this[int index] => new(_context, _selections[index]);
}

/// <summary>A root field of an operation that is about to be executed.</summary>
public readonly struct RootField
{
    private readonly OperationContext _context;
    private readonly Selection _selection;

    internal RootField(OperationContext context, Selection selection) => (_context, _selection) = (context, selection);

    public string Name => _selection.Field.Name;

    public ISelection Selection => _selection;

    /// <summary>The context of the field's resolver.</summary>
    public IResolverContext Context => new ResolverContext<object?>(null, _context, _selection, []);

    /// <summary>A key that is equal for selections of the field with equal argument values.</summary>
    public string ArgumentKey => Input.ArgumentKey.Of(_selection.Field, _selection.Node, _context.Variables);
}
