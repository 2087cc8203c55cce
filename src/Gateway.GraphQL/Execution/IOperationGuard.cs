using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution;

/// <summary>
/// Checks an operation after its variables were coerced and before it is executed. The verdict must depend on nothing else: a prepared
/// operation that was accepted is not checked again.
/// </summary>
public interface IOperationGuard
{
    /// <summary>
    /// Whether the operation may run with any variables, which must not depend on arguments. If so, <see cref="Check"/> is not called. A
    /// plan that all guards accept so is not checked again, whatever its variables.
    /// </summary>
    bool AcceptsAnyVariables(OperationOutline operation);

    /// <summary>Returns why the operation is rejected; null if it may run.</summary>
    IError? Check(OperationOutline operation);
}

/// <summary>
/// The asynchronous fields of an operation after CollectFields (GraphQL September 2025, §6.3.2,
/// https://spec.graphql.org/September2025/#sec-Field-Collection): the ones that may call somebody else.
/// </summary>
public readonly struct OperationOutline
{
    private readonly OperationContext _context;

    internal OperationOutline(OperationContext context) => _context = context;

    /// <summary>The fields at any depth, a field before those below it. A field below a list is there once.</summary>
    public IEnumerable<OutlinedField> Fields => FieldsOf(_context, _context.Operation.Plan.Root, parent: null);

    private static IEnumerable<OutlinedField> FieldsOf(OperationContext context, SelectionSet set, OutlinedField? parent)
    {
        foreach (var selection in set.Selections)
        {
            var outlined = new OutlinedField(context, set.Type, selection, parent);
            if (selection.Executor.IsAsync)
            {
                yield return outlined;
            }

            if (!selection.Descends)
            {
                continue;
            }

            var below = context.Schema.PossibleTypes(selection.Field.Type.Named)
                .SelectMany(each => FieldsOf(context, selection.SelectionSetFor(each), outlined));
            foreach (var field in below)
            {
                yield return field;
            }
        }
    }
}

/// <summary>A field of an operation that is about to be executed.</summary>
public sealed class OutlinedField
{
    private readonly OperationContext _context;
    private readonly Selection _selection;

    internal OutlinedField(OperationContext context, ObjectType type, Selection selection, OutlinedField? parent) =>
        (_context, Type, _selection, Parent) = (context, type.Name, selection, parent);

    /// <summary>The name of the type that the field belongs to.</summary>
    public string Type { get; }

    public string Name => _selection.Field.Name;

    /// <summary>The field that this one is selected below, asynchronous or not; null for a field of the root type.</summary>
    public OutlinedField? Parent { get; }

    /// <summary>
    /// The context of the field's resolver, without the parent object. Memos that are set with it are found by the resolver. Null if the
    /// arguments are invalid, which the field itself reports.
    /// </summary>
    public IResolverContext? Context
    {
        get
        {
            try
            {
                return new ResolverContext<object?>(null, _context, _selection, _context.ArgumentsOf(_selection));
            }
            catch (GraphQLException)
            {
                return null;
            }
        }
    }
}
