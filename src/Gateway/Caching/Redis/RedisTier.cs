using Gateway.Caching.Secrets;
using Gateway.Time;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Gateway.Caching.Redis;

/// <summary>The distributed tier in Redis. It holds encrypted responses only.</summary>
internal sealed class RedisTier(
    RedisConnection connection, WriteQueue queue, RedisKeys keys, CacheSecret secret, IOptions<RedisOptions> options, RedisMetrics metrics,
    TimeProvider time, WallClock wall, ILogger<RedisTier> logger)
    : BackgroundService, IHostedLifecycleService, IDistributedTier
{
    /// <summary>How long the gateway waits for queued writes when it stops.</summary>
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(1);

    // Keys of entries are hashes, so none is this one.
    private static readonly CacheKey Marker = default;
    private static readonly TimeSpan MarkerLife = TimeSpan.FromDays(1);

    private readonly int _maxValueBytes = options.Value.MaxValueBytes;
    private Task _writing = Task.CompletedTask;
    private int _isSecretWarned;

    public bool IsAnswering => connection.IsAnswering;

    public async ValueTask<StoredEntry?> ReadAsync(CacheKey key, CacheKey? previous, CancellationToken cancellationToken)
    {
        // Sends both reads before it waits for either.
        var reading = ReadAsync(key, cancellationToken);
        var other = previous is { } before ? ReadAsync(before, cancellationToken).AsTask() : Task.FromResult<StoredEntry?>(null);
        return await reading.ConfigureAwait(false) ?? await other.ConfigureAwait(false);
    }

    public void Write(CacheKey key, StoredEntry entry, TimeSpan timeToLive)
    {
        if (timeToLive > TimeSpan.Zero)
        {
            queue.Add(new(key, entry, timeToLive));
        }
    }

    public void Remove(CacheKey key) => queue.Add(new(key));

    /// <summary>
    /// The gateway is ready once Redis was tried: its first requests find what other replicas fetched. A marker shows whether they have the
    /// same secret, because most entries of a replica with another one are never found.
    /// </summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await connection.Tried.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (!IsAnswering)
        {
            return;
        }

        // A marker that can't be decrypted stays: it is the other replicas'.
        await ReadAsync(Marker, cancellationToken).ConfigureAwait(false);
        if (_isSecretWarned == 0)
        {
            Write(Marker, new StoredEntry(wall.UtcNow, ReadOnlyMemory<byte>.Empty), MarkerLife);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Complete();
        await _writing.WaitAsync(StopTimeout, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _writing = queue.RunAsync(ExecuteAsync, stoppingToken);
        return Task.WhenAll(connection.RunAsync(stoppingToken), _writing);
    }

    private async ValueTask<StoredEntry?> ReadAsync(CacheKey key, CancellationToken cancellationToken)
    {
        var name = keys.Of(key);
        if (await connection.GetAsync(name, cancellationToken).ConfigureAwait(false) is not { } value)
        {
            return null;
        }

        StoredEntry? entry = null;
        var opening = value.Length > _maxValueBytes ? OpenResult.Format : SealedEntry.Open(value, name, secret, out entry);
        if (opening != OpenResult.Opened)
        {
            metrics.Unreadable(opening);
            if (opening == OpenResult.UnknownSecret && Interlocked.Exchange(ref _isSecretWarned, 1) == 0)
            {
                RedisLog.OtherSecret(logger);
            }
        }

        return entry;
    }

    private ValueTask<bool> ExecuteAsync(WriteCommand command)
    {
        var name = keys.Of(command.Key);
        if (command.Entry is not { } entry)
        {
            return connection.TryAsync(static (redis, name) => redis.KeyDeleteAsync(name), name);
        }

        if (!IsAnswering)
        {
            return new(false);
        }

        // The client sends whole seconds as SETEX. It sends fractions as another command, which the documented user may not run.
        var expiry = TimeSpan.FromSeconds(Math.Ceiling(command.TimeToLive.TotalSeconds));
        var value = SealedEntry.Seal(entry, name, secret.Current);
        return value.Length > _maxValueBytes ? new(false) : connection.TryAsync(
            static (redis, write) => redis.StringSetAsync(write.name, write.value, new Expiration(write.expiry)), (name, value, expiry));
    }
}
