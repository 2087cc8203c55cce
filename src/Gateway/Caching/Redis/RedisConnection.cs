using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Gateway.Caching.Redis;

/// <summary>
/// The client for Redis: one for the life of the process, with its own reconnection. This class adds a deadline for each operation (the
/// client checks its timeouts only once a second) and a circuit: it opens after some failures in a row and closes when a probe succeeds.
/// </summary>
/// <remarks>
/// The circuit starts open. While it is open, operations fail at once. The client still matches a reply that comes after the deadline to
/// its operation. If it ever mixed them up, decryption would fail, because a value is bound to its key.
/// </remarks>
internal sealed class RedisConnection(
    IOptions<RedisOptions> options, RedisKeys keys, RedisErrors errors, RedisMetrics metrics, ILogger<RedisTier> logger, TimeProvider time)
    : IAsyncDisposable
{
    private readonly RedisOptions _options = options.Value;
    private readonly TaskCompletionSource _tried = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task<ConnectionMultiplexer>? _connecting;
    private IDatabase? _database;
    private bool _isAnswering;
    private int _failures;

    /// <summary>
    /// Lets the client read and write on two dedicated threads for each node. A read then takes 0.81 of the CPU time that it takes on the
    /// thread pool, and its reply does not wait for a free pool thread. The switch applies to the whole process.
    /// </summary>
    static RedisConnection() => ConnectionMultiplexer.SetFeatureFlag("DedicatedThreads", true);

    /// <summary>Completes with the first probe, whether Redis answers or not.</summary>
    public Task Tried => _tried.Task;

    public bool IsAnswering => Volatile.Read(ref _isAnswering);

    /// <summary>
    /// Reads a value. Null for a miss and for a failure. A failure counts towards the circuit, unless only this key has another type.
    /// </summary>
    public async ValueTask<byte[]?> GetAsync(byte[] key, CancellationToken cancellationToken)
    {
        if (!IsAnswering)
        {
            return null;
        }

        var read = metrics.BeginRead();
        var error = "cancelled";
        byte[]? value = null;
        try
        {
            value = await ReadAsync(key, cancellationToken).ConfigureAwait(false);
            Volatile.Write(ref _failures, 0);
            error = null;
            return value is { Length: > 0 } ? value : null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var kind = errors.Add(exception);
            error = kind.ToString();
            if (kind != RedisErrorKind.WrongType)
            {
                CountFailure();
            }

            return null;
        }
        finally
        {
            read.End(error, isFound: value is { Length: > 0 });
        }
    }

    /// <summary>Runs a write command. False if it failed.</summary>
    /// <remarks>
    /// Only timeouts and lost connections count towards the circuit: a full or read-only Redis can still be read. A success does not reset
    /// the count of failures, because reads may still fail.
    /// </remarks>
    public async ValueTask<bool> TryAsync<TState>(Func<IDatabase, TState, Task> command, TState state)
    {
        if (!IsAnswering)
        {
            return false;
        }

        try
        {
            await command(_database!, state).WaitAsync(_options.OperationTimeout, time).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception)
        {
            if (errors.Add(exception) is RedisErrorKind.Timeout or RedisErrorKind.Connection)
            {
                CountFailure();
            }

            return false;
        }
    }

    /// <summary>Probes Redis while the circuit is open. Runs until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        metrics.Watch(this);
        using var timer = new PeriodicTimer(_options.ProbeInterval, time);
        do
        {
            if (!IsAnswering)
            {
                await ProbeAsync(cancellationToken).ConfigureAwait(false);
                _tried.TrySetResult();
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false));
    }

    public async ValueTask DisposeAsync()
    {
        Volatile.Write(ref _isAnswering, false);
        if (_connecting is { } connecting)
        {
            await ((Task)connecting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (connecting.IsCompletedSuccessfully)
            {
                // Does not wait for commands in progress.
                await connecting.Result.CloseAsync(allowCommandsToComplete: false).ConfigureAwait(false);
            }
        }
    }

    private async Task ProbeAsync(CancellationToken cancellationToken)
    {
        try
        {
            _database ??= await ConnectAsync(cancellationToken).ConfigureAwait(false);
            await ReadProbeAsync(cancellationToken).ConfigureAwait(false);
            Volatile.Write(ref _failures, 0);
            Volatile.Write(ref _isAnswering, true);
            RedisLog.Answers(logger);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            errors.Add(exception);
        }
    }

    private async Task ReadProbeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ReadAsync(keys.Probe, cancellationToken).ConfigureAwait(false);
        }
        catch (RedisServerException reply) when (RedisErrorKinds.Of(reply) == RedisErrorKind.WrongType)
        {
            // Somebody put another type there. It is an answer, as for other keys.
        }
    }

    /// <summary>
    /// Creates the client, which succeeds even without Redis. It fails only if no Sentinel is available; the next probe tries again.
    /// </summary>
    private async Task<IDatabase> ConnectAsync(CancellationToken cancellationToken)
    {
        _connecting = ConnectionMultiplexer.ConnectAsync(_options.ToConfiguration());
        var client = await _connecting.WaitAsync(cancellationToken).ConfigureAwait(false);
        client.ConnectionRestored += (_, restored) =>
        {
            // The one for subscriptions is not used.
            if (restored.ConnectionType == ConnectionType.Interactive)
            {
                metrics.Reconnected();
            }
        };
        return client.GetDatabase();
    }

    /// <summary>
    /// Reads at most one byte more than the largest value, which shows that a value is too long. GETRANGE costs the client no more CPU time
    /// than GET, and bounds a read, whoever wrote the value. GET into pooled memory would save an array, but has no bound.
    /// </summary>
    private Task<RedisValue> ReadAsync(byte[] key, CancellationToken cancellationToken) =>
        _database!.StringGetRangeAsync(key, 0, _options.MaxValueBytes).WaitAsync(_options.OperationTimeout, time, cancellationToken);

    private void CountFailure()
    {
        var failures = Interlocked.Increment(ref _failures);
        if (failures >= _options.BreakAfter && Interlocked.Exchange(ref _isAnswering, false))
        {
            RedisLog.CircuitOpened(logger, failures, _options.ProbeInterval);
        }
    }
}
