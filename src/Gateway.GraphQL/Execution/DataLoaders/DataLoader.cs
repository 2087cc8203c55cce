namespace Gateway.GraphQL.Execution.DataLoaders;

/// <summary>What a scope does with a loader whose types it does not know.</summary>
internal interface IBatches
{
    /// <summary>Starts calls for all keys that wait.</summary>
    void Send();

    /// <summary>Lets nobody wait longer for a value.</summary>
    void Cancel(CancellationToken cancellationToken);
}

/// <summary>A loader of one request: it collects keys, and keeps what was loaded, failures too.</summary>
public abstract class DataLoader<TKey, TValue> : IDataLoader<TKey, TValue>, IBatches
    where TKey : notnull
{
    private readonly int _maxBatchSize;
    private readonly Dictionary<TKey, TaskCompletionSource<TValue?>> _promises = [];
    private List<KeyValuePair<TKey, TaskCompletionSource<TValue?>>> _waiting = [];

    private protected DataLoader(DataLoaderScope scope, int maxBatchSize) =>
        (Scope, _maxBatchSize) = (scope, maxBatchSize == 0 ? int.MaxValue : maxBatchSize);

    /// <summary>Gives a generated loader its services, and other loaders.</summary>
    protected DataLoaderScope Scope { get; }

    public Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        Task<TValue?> value;
        Scope.Hold();
        try
        {
            value = Ask(key);
        }
        finally
        {
            Scope.Release();
        }

        // The request's own cancellation ends each wait anyway.
        return cancellationToken == Scope.RequestAborted ? value : value.WaitAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        Task<TValue?>[] values;
        Scope.Hold();
        try
        {
            values = [.. keys.Select(key => LoadAsync(key, cancellationToken))];
        }
        finally
        {
            Scope.Release();
        }

        return await Task.WhenAll(values).ConfigureAwait(false);
    }

    public void RemoveCacheEntry(TKey key)
    {
        lock (Scope.Gate)
        {
            _promises.Remove(key);
        }
    }

    void IBatches.Send()
    {
        List<KeyValuePair<TKey, TaskCompletionSource<TValue?>>> waiting;
        lock (Scope.Gate)
        {
            (waiting, _waiting) = (_waiting, []);
        }

        foreach (var batch in waiting.Chunk(_maxBatchSize))
        {
            _ = SendAsync(batch);
        }
    }

    void IBatches.Cancel(CancellationToken cancellationToken)
    {
        TaskCompletionSource<TValue?>[] promises;
        lock (Scope.Gate)
        {
            promises = [.. _promises.Values];
        }

        Array.ForEach(promises, promise => promise.TrySetCanceled(cancellationToken));
    }

    /// <summary>Fetches the values of keys, in the order of the keys.</summary>
    private protected abstract ValueTask<TValue?[]> FetchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    private Task<TValue?> Ask(TKey key)
    {
        lock (Scope.Gate)
        {
            if (!_promises.TryGetValue(key, out var promise))
            {
                // Who waits goes on when the result is set, one after the other, so that what they ask for next is one batch again.
                _promises.Add(key, promise = new TaskCompletionSource<TValue?>());
                _waiting.Add(new(key, promise));
                Scope.Enlist(this);
            }

            return promise.Task;
        }
    }

    private async Task SendAsync(KeyValuePair<TKey, TaskCompletionSource<TValue?>>[] batch)
    {
        TValue?[] values = [];
        Exception? failure = null;
        var span = ExecutionDiagnostics.StartBatch(GetType().Name, batch.Length);
        try
        {
            Scope.RequestAborted.ThrowIfCancellationRequested();
            values = await FetchAsync(Array.ConvertAll(batch, static one => one.Key), Scope.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failure = exception;
            ExecutionDiagnostics.Fail(span, exception.GetType().Name);
        }

        span?.Dispose();
        Scope.Hold();
        for (var index = 0; index < batch.Length; index++)
        {
            var promise = batch[index].Value;
            if (failure is null)
            {
                promise.TrySetResult(values[index]);
            }
            else if (promise.TrySetException(failure))
            {
                // Nobody may be waiting; the exception then counts as seen.
                _ = promise.Task.Exception;
            }
        }

        Scope.Release();
    }
}
