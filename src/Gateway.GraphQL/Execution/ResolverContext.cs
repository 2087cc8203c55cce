using Gateway.GraphQL.Execution.DataLoaders;
using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution;

/// <summary>The context of one resolver call, with all that generated code passes to a resolver.</summary>
public abstract class ResolverContext : IResolverContext, IOperationMemo
{
    private readonly OperationContext _operation;
    private readonly Selection _selection;
    private readonly object?[] _arguments;
    private List<IError>? _errors;

    private protected ResolverContext(OperationContext operation, Selection selection, object?[] arguments) =>
        (_operation, _selection, _arguments) = (operation, selection, arguments);

    public CancellationToken RequestAborted => _operation.RequestAborted;

    public Schema Schema => _operation.Schema;

    internal IReadOnlyList<IError> Errors => _errors ?? (IReadOnlyList<IError>)[];

    internal Selection Selection => _selection;

    public abstract T Parent<T>();

    public T ArgumentValue<T>(string name) => Argument<T>(IndexOf(name));

    public void ReportError(IError error) => (_errors ??= []).Add(error);

    public T? GetMemo<T>()
        where T : class =>
        _operation.Operation.GetMemo(_selection) as T;

    public void SetMemo<T>(T derived)
        where T : class =>
        _operation.Operation.SetMemo(_selection, derived);

    public T? GetSelectionMemo<T>()
        where T : class =>
        _selection.Memo as T;

    public void SetSelectionMemo<T>(T derived)
        where T : class =>
        _selection.SetMemo(derived);

    public ISelectionCollection Select(string fieldName) => SelectionCollection.Of(_selection, _operation.Schema).Select(fieldName);

    public bool IsSelected(string fieldName) => SelectionCollection.Of(_selection, _operation.Schema).IsSelected(fieldName);

    /// <summary>The value of an argument by its index; the C# type's default if it is null or omitted.</summary>
    public T Argument<T>(int index) => _arguments[index] is { } value ? (T)value : default!;

    /// <summary>A service; null if none of this type is registered.</summary>
    public T? FindService<T>()
        where T : class =>
        (T?)_operation.Services?.GetService(typeof(T));

    /// <summary>The state that the transport passes if it has this type, or else a service.</summary>
    public T Service<T>() => _operation.Service<T>();

    /// <inheritdoc cref="DataLoaderScope.Loader{T}"/>
    public T Loader<T>(Func<DataLoaderScope, T> create)
        where T : class =>
        _operation.Loaders.Loader(create);

    /// <summary>Replaces variables in a literal with this request's values; null for an omitted variable.</summary>
    internal ValueNode? ReplaceVariables(ValueNode? literal) => LiteralValues.Replace(literal, _operation.Variables);

    private int IndexOf(string name)
    {
        var definitions = _selection.Field.Arguments;
        for (var index = 0; index < definitions.Count; index++)
        {
            if (definitions[index].Name == name)
            {
                return index;
            }
        }

        throw new ArgumentException($"`{_selection.Field.Name}` takes no argument `{name}`.", nameof(name));
    }
}

/// <summary>A context with a typed parent. A struct is boxed only on demand.</summary>
internal sealed class ResolverContext<TParent>(TParent parent, OperationContext operation, Selection selection, object?[] arguments)
    : ResolverContext(operation, selection, arguments)
{
    public override T Parent<T>() => (T)(object?)parent!;
}
