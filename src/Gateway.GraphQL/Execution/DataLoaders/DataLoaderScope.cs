namespace Gateway.GraphQL.Execution.DataLoaders;

/// <summary>
/// The data loaders of one execution. It decides when keys are sent: as soon as nobody holds them. Whoever starts resolvers or lets them go
/// on holds the keys meanwhile, so that those of one level are sent together (<see cref="OperationContext.HoldLoaders"/>). Nobody holds
/// them while waiting for something, so they are sent in the end, whatever else the resolvers wait for.
/// </summary>
public sealed class DataLoaderScope
{
    private readonly OperationContext _operation;
    private readonly Dictionary<Type, object> _loaders = [];
    private HashSet<IBatches> _asked = [];
    private bool _isSending;

    internal DataLoaderScope(OperationContext operation)
    {
        _operation = operation;
        operation.RequestAborted.UnsafeRegister(
            static (scope, cancellation) => ((DataLoaderScope)scope!).Cancel(cancellation), this);
    }

    /// <inheritdoc cref="IResolverContext.RequestAborted"/>
    public CancellationToken RequestAborted => _operation.RequestAborted;

    /// <summary>Protects the keys and promises of all loaders. No code of theirs runs under it.</summary>
    internal Lock Gate { get; } = new();

    /// <summary>The loader of a generated class, which is created when first asked for.</summary>
    public T Loader<T>(Func<DataLoaderScope, T> create)
        where T : class
    {
        lock (Gate)
        {
            if (!_loaders.TryGetValue(typeof(T), out var loader))
            {
                _loaders.Add(typeof(T), loader = create(this));
            }

            return (T)loader;
        }
    }

    /// <inheritdoc cref="ResolverContext.Service{T}"/>
    public T Service<T>() => _operation.Service<T>();

    internal void Hold() => _operation.HoldLoaders();

    internal void Release() => _operation.ReleaseLoaders();

    /// <summary>Notes that a loader has keys to send. Called under <see cref="Gate"/>.</summary>
    internal void Enlist(IBatches loader) => _asked.Add(loader);

    /// <summary>
    /// Sends the keys soon, on another thread: calls don't pile up on the stack, and run without the caller's synchronization context.
    /// </summary>
    internal void Send()
    {
        lock (Gate)
        {
            if (_isSending || _asked.Count == 0)
            {
                return;
            }

            _isSending = true;
        }

        ThreadPool.QueueUserWorkItem(static scope => scope.SendNow(), this, preferLocal: false);
    }

    private void SendNow()
    {
        HashSet<IBatches> asked;
        lock (Gate)
        {
            _isSending = false;
            if (_operation.AreLoadersHeld)
            {
                // More keys may come. Whoever holds them calls Send.
                return;
            }

            (asked, _asked) = (_asked, []);
        }

        Hold();
        foreach (var loader in asked)
        {
            loader.Send();
        }

        Release();
    }

    private void Cancel(CancellationToken cancellationToken)
    {
        IBatches[] loaders;
        lock (Gate)
        {
            loaders = [.. _loaders.Values.Cast<IBatches>()];
        }

        Array.ForEach(loaders, loader => loader.Cancel(cancellationToken));
    }
}
