using Gateway.GraphQL.Execution.DataLoaders;
using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.Execution;

/// <summary>
/// The state of one execution. Asynchronous fields use it on several threads. Members that are only used for writing are not thread-safe.
/// </summary>
internal sealed class OperationContext(
    PreparedOperation operation,
    IServiceProvider? services,
    object? state,
    JsonOutput output,
    RequestOptions options,
    CancellationToken requestAborted)
{
    // What an error takes in the response besides its message, roughly.
    private const int ErrorLength = 256;

    private List<IError>? _errors;
    private object? _resolved;
    private DataLoaderScope? _loaders;

    // The resolvers of the root's fields are being started from the beginning.
    private int _loaderHolds = 1;

    public Schema Schema => operation.Plan.Schema;

    public PreparedOperation Operation => operation;

    /// <summary>The service container for resolvers.</summary>
    public IServiceProvider? Services => services;

    /// <inheritdoc cref="OperationRequest.State"/>
    public object? State => state;

    public JsonOutput Output { get; } = output;

    public PathStack Path { get; } = new();

    public CancellationToken RequestAborted { get; } = requestAborted;

    /// <summary>The data loaders of this execution, which most have none of.</summary>
    public DataLoaderScope Loaders
    {
        get
        {
            if (_loaders is null)
            {
                Interlocked.CompareExchange(ref _loaders, new DataLoaderScope(this), comparand: null);
            }

            return _loaders;
        }
    }

    public bool AreLoadersHeld => Volatile.Read(ref _loaderHolds) > 0;

    public IReadOnlyDictionary<string, InputValue> Variables => operation.Variables;

    public IReadOnlyList<IError> Errors => (IReadOnlyList<IError>?)_errors ?? [];

    /// <inheritdoc cref="PreparedOperation.ArgumentsOf"/>
    public object?[] ArgumentsOf(Selection selection) => operation.ArgumentsOf(selection);

    /// <summary>The state that the transport passes if it has this type, or else a service.</summary>
    public T Service<T>() => state is T passed ? passed : (T)(services?.GetService(typeof(T))
        ?? throw new InvalidOperationException($"No service of type {typeof(T)} is registered."));

    /// <summary>
    /// Lets data loaders collect keys until <see cref="ReleaseLoaders"/>. The code between the two starts resolvers, and waits for nothing.
    /// </summary>
    public void HoldLoaders() => Interlocked.Increment(ref _loaderHolds);

    /// <summary>Ends a hold. After the last one the loaders send what they have collected.</summary>
    public void ReleaseLoaders()
    {
        if (Interlocked.Decrement(ref _loaderHolds) == 0)
        {
            Volatile.Read(ref _loaders)?.Send();
        }
    }

    /// <summary>Passes the outcomes of sub-selections to the writer of the next value.</summary>
    public void OfferResolved(object? below) => _resolved = below;

    public object? TakeResolved()
    {
        var resolved = _resolved;
        _resolved = null;
        return resolved;
    }

    public bool RefuseNull(Selection selection) =>
        Refuse(selection, "Cannot return null for non-nullable field.", ErrorCodes.NonNull);

    public bool RefuseLeaf(Selection selection, NamedType type) =>
        Refuse(selection, $"The value can't be written as `{type}`.", ErrorCodes.InvalidLeafValue);

    public bool RefuseAbstract(Selection selection, NamedType type) =>
        Refuse(selection, $"The value is none of the types of `{type}`.", ErrorCodes.UnknownAbstractType);

    public void AddErrors(IReadOnlyList<IError> errors, Selection selection)
    {
        for (var index = 0; index < errors.Count; index++)
        {
            Add(errors[index], selection);
        }
    }

    /// <summary>Adds an error with a location of its own, at the path of the object that is being written.</summary>
    public void AddError(IError error) => Add(new Error(error.Message)
    {
        Code = error.Code,
        Extensions = error.Extensions,
        Locations = error.Locations,
        Path = Path.Depth == 0 ? null : Path.ToPath(),
    });

    /// <summary>Removes the errors beyond a count.</summary>
    public void TruncateErrors(int count) => _errors?.RemoveRange(count, _errors.Count - count);

    /// <summary>
    /// Adds a resolver's exception. Any other exception than <see cref="GraphQLException"/> is a bug, and its message is masked.
    /// </summary>
    public void AddException(Exception exception, Selection selection)
    {
        if (exception is GraphQLException graphQL)
        {
            AddErrors(graphQL.Errors, selection);
            return;
        }

        options.OnException?.Invoke(exception, selection.Field.Name);
        Add(new Error("Unexpected Execution Error") { Extensions = options.ExceptionDetails(exception) }, selection);
    }

    /// <summary>
    /// Whether the exception is an error of its field, as opposed to the cancellation of the request or the end of a response that is too
    /// large.
    /// </summary>
    public bool IsFieldError(Exception exception) => exception is not ResponseLimitException && !IsCancellation(exception);

    public void ThrowIfCancellation(Exception exception)
    {
        if (IsCancellation(exception))
        {
            RequestAborted.ThrowIfCancellationRequested();
        }
    }

    private bool IsCancellation(Exception exception) =>
        exception is OperationCanceledException && RequestAborted.IsCancellationRequested;

    private bool Refuse(Selection selection, string message, string code)
    {
        Add(new Error(message) { Code = code }, selection);
        return false;
    }

    private void Add(IError error)
    {
        (_errors ??= []).Add(error);
        Output.LowerLimit(ErrorLength + error.Message.Length);
    }

    private void Add(IError error, Selection selection) => Add(new Error(error.Message)
    {
        Code = error.Code,
        Extensions = error.Extensions,
        Path = Path.ToPath(),
        Locations = error.Locations.Count > 0 ? error.Locations : [.. selection.Nodes.Select(static node => node.Location)],
    });
}
