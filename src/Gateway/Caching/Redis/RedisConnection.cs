using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Gateway.Caching.Redis;

/// <summary>
/// One client for the life of the process, which connects again by itself. Around it stands what the client does not do: a deadline for
/// each operation, since its own timeouts are only checked once a second, and a circuit that opens after some failures in a row and
/// closes when a probe is answered.
/// </summary>
/// <remarks>
/// The circuit starts open, and an operation while it is open fails at once. The client matches replies to operations, also those that
/// come after the deadline; should it ever mix them up, a value would not open under another key.
/// </remarks>
internal sealed class RedisConnection(
    IOptions<RedisOptions> options, RedisKeys keys, RedisErrors errors, ILogger<RedisTier> logger, TimeProvider time)
    : IAsyncDisposable
{
    private readonly RedisOptions _options = options.Value;
    private Task<ConnectionMultiplexer>? _connecting;
    private IDatabase? _database;
    private bool _isAnswering;
    private int _failures;

    /// <summary>
    /// The client reads and writes on two threads of its own for each node. A read takes 0.81 of the processor that it takes on the thread
    /// pool, and its reply does not wait for a free thread there. The client has this switch for the whole process only.
    /// </summary>
    static RedisConnection() => ConnectionMultiplexer.SetFeatureFlag("DedicatedThreads", true);

    public bool IsAnswering => Volatile.Read(ref _isAnswering);

    /// <summary>Null where there is nothing, and for a failure, which counts towards the circuit unless it is the key's own.</summary>
    public async ValueTask<byte[]?> GetAsync(byte[] key, CancellationToken cancellationToken)
    {
        if (!IsAnswering)
        {
            return null;
        }

        try
        {
            byte[]? value = await ReadAsync(key, cancellationToken).ConfigureAwait(false);
            Volatile.Write(ref _failures, 0);
            return value is { Length: > 0 } ? value : null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            if (errors.Add(exception) != RedisErrorKind.WrongType)
            {
                CountFailure();
            }

            return null;
        }
    }

    /// <summary>Runs a command that changes something; false if Redis has not done it.</summary>
    /// <remarks>
    /// A refusal does not count towards the circuit, since a full or read-only Redis can still be read; nor does a success reset it,
    /// since reads may fail all the same.
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

    /// <summary>Probes while the circuit is open, until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(_options.ProbeInterval, time);
        do
        {
            if (!IsAnswering)
            {
                await ProbeAsync(cancellationToken).ConfigureAwait(false);
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
                // Commands under way are not waited for.
                await connecting.Result.CloseAsync(allowCommandsToComplete: false).ConfigureAwait(false);
            }
        }
    }

    private async Task ProbeAsync(CancellationToken cancellationToken)
    {
        try
        {
            _database ??= await ConnectAsync(cancellationToken).ConfigureAwait(false);
            await ReadAsync(keys.Probe, cancellationToken).ConfigureAwait(false);
            Volatile.Write(ref _failures, 0);
            Volatile.Write(ref _isAnswering, true);
            RedisLog.Answers(logger);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            errors.Add(exception);
        }
    }

    /// <summary>Succeeds once, whether Redis is there or not; only Sentinel that is not there makes it fail, and is asked again.</summary>
    private async Task<IDatabase> ConnectAsync(CancellationToken cancellationToken)
    {
        _connecting = ConnectionMultiplexer.ConnectAsync(_options.ToConfiguration());
        return (await _connecting.WaitAsync(cancellationToken).ConfigureAwait(false)).GetDatabase();
    }

    /// <summary>
    /// One byte more than the largest value tells that a value is too long. GETRANGE takes no more of the client's processor than GET
    /// and bounds what one read takes, whoever wrote the value; GET into pooled memory would save the array, and bound nothing.
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
