using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution;

/// <summary>The context of one resolver call.</summary>
internal abstract class ResolverContext(OperationContext operation, Selection selection, object?[] arguments)
    : IResolverContext, IOperationMemo
{
    private List<IError>? _errors;

    public IReadOnlyList<IError> Errors => _errors ?? (IReadOnlyList<IError>)[];

    public CancellationToken RequestAborted => operation.RequestAborted;

    public Schema Schema => operation.Schema;

    public Selection Selection => selection;

    public abstract T Parent<T>();

    public T ArgumentValue<T>(string name) => Argument<T>(IndexOf(name));

    public void ReportError(IError error) => (_errors ??= []).Add(error);

    public T? GetMemo<T>()
        where T : class =>
        operation.Operation.GetMemo(selection) as T;

    public void SetMemo<T>(T derived)
        where T : class =>
        operation.Operation.SetMemo(selection, derived);

    public ISelectionCollection Select(string fieldName) => SelectionCollection.Of(selection, operation.Schema).Select(fieldName);

    public bool IsSelected(string fieldName) => SelectionCollection.Of(selection, operation.Schema).IsSelected(fieldName);

    /// <summary>The value of an argument by its index; the C# type's default if it is null or omitted.</summary>
    public T Argument<T>(int index) => arguments[index] is { } value ? (T)value : default!;

    public T State<T>() => operation.State is T state
        ? state
        : throw new InvalidOperationException($"The transport supplies no {typeof(T)}.");

    public T Service<T>() => (T)(operation.Services?.GetService(typeof(T))
        ?? throw new InvalidOperationException($"No service of type {typeof(T)} is registered."));

    /// <summary>Replaces variables in a literal with this request's values; null for an omitted variable.</summary>
    public ValueNode? ReplaceVariables(ValueNode? literal) => LiteralValues.Replace(literal, operation.Variables);

    private int IndexOf(string name)
    {
        var definitions = selection.Field.Arguments;
        for (var index = 0; index < definitions.Count; index++)
        {
            if (definitions[index].Name == name)
            {
                return index;
            }
        }

        throw new ArgumentException($"`{selection.Field.Name}` takes no argument `{name}`.", nameof(name));
    }
}

/// <summary>A context with a typed parent. A struct is boxed only on demand.</summary>
internal sealed class ResolverContext<TParent>(TParent parent, OperationContext operation, Selection selection, object?[] arguments)
    : ResolverContext(operation, selection, arguments)
{
    public override T Parent<T>() => (T)(object?)parent!;
}
