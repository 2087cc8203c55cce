using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace Gateway.Caching.Redis;

/// <summary>A write of an entry; without an entry, a removal.</summary>
internal readonly record struct WriteCommand(CacheKey Key, StoredEntry? Entry = null, TimeSpan TimeToLive = default)
{
    public int Bytes => Entry?.Payload.Length ?? 0;
}

/// <summary>
/// Runs commands in the background, one after the other, so a removal never overtakes an earlier write. Each command is tried once. Beyond
/// the bound of commands it drops the oldest one; beyond the bound of bytes, the new one. A metric counts both.
/// </summary>
internal sealed class WriteQueue
{
    private readonly RedisMetrics _metrics;
    private readonly int _maxBytes;
    private readonly Channel<WriteCommand> _channel;
    private long _bytes;

    public WriteQueue(IOptions<RedisOptions> options, RedisMetrics metrics)
    {
        _metrics = metrics;
        _maxBytes = options.Value.QueueBytes;
        _channel = Channel.CreateBounded<WriteCommand>(
            new BoundedChannelOptions(options.Value.QueueLength) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            Drop);
        metrics.Watch(this);
    }

    /// <summary>How many commands wait.</summary>
    public int Length => _channel.Reader.Count;

    /// <summary>Adds a command without waiting.</summary>
    public void Add(WriteCommand command)
    {
        if (Interlocked.Add(ref _bytes, command.Bytes) > _maxBytes || !_channel.Writer.TryWrite(command))
        {
            Drop(command);
        }
    }

    /// <summary>Accepts no more commands. <see cref="RunAsync"/> ends after the last one.</summary>
    public void Complete() => _channel.Writer.TryComplete();

    /// <summary>Runs the commands until <see cref="Complete"/>.</summary>
    /// <param name="execute">Runs a command and returns whether it succeeded. Must not throw.</param>
    /// <param name="cancellationToken">Stops the queue without running the rest.</param>
    public async Task RunAsync(Func<WriteCommand, ValueTask<bool>> execute, CancellationToken cancellationToken)
    {
        await foreach (var command in _channel.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            if (await execute(command).ConfigureAwait(false))
            {
                Interlocked.Add(ref _bytes, -command.Bytes);
            }
            else
            {
                Drop(command);
            }
        }
    }

    private void Drop(WriteCommand command)
    {
        Interlocked.Add(ref _bytes, -command.Bytes);
        _metrics.Dropped(command.Entry is not null);
    }
}
