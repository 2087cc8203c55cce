using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace Gateway.Caching.Redis;

/// <summary>A write, or a removal where there is no entry.</summary>
internal readonly record struct WriteCommand(CacheKey Key, StoredEntry? Entry = null, TimeSpan TimeToLive = default)
{
    public int Bytes => Entry?.Payload.Length ?? 0;
}

/// <summary>
/// Runs commands in the background, one after the other, so that a removal never overtakes the write before it. Each is tried once.
/// Of too many commands the oldest is dropped, and of too many bytes the newest; both are counted.
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
    }

    /// <summary>Never waits.</summary>
    public void Add(WriteCommand command)
    {
        if (Interlocked.Add(ref _bytes, command.Bytes) > _maxBytes || !_channel.Writer.TryWrite(command))
        {
            Drop(command);
        }
    }

    /// <summary>Takes no more; <see cref="RunAsync"/> ends when what waits is done.</summary>
    public void Complete() => _channel.Writer.TryComplete();

    /// <param name="execute">Tells whether the command was done; must not throw.</param>
    /// <param name="cancellationToken">Ends it before what waits is done.</param>
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
