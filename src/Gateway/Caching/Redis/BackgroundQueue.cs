using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace Gateway.Caching.Redis;

/// <summary>
/// Does one command after the other, in order, so that a removal never overtakes the write before it. A write is tried once,
/// and not at all while Redis is away. Removals and announcements, which end what someone may still see, wait until Redis
/// is back and are tried again; they may then come after a later write, which costs a miss and nothing else.
/// </summary>
internal sealed class BackgroundQueue
{
    private const int MaxAttempts = 10;

    private readonly RedisGuard _guard;
    private readonly Func<BackgroundCommand, ValueTask<bool>> _execute;
    private readonly RedisOptions _options;
    private readonly RedisMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly Channel<BackgroundCommand> _channel;
    private long _bytes;

    public BackgroundQueue(
        RedisGuard guard, Func<BackgroundCommand, ValueTask<bool>> execute, IOptions<RedisOptions> options, RedisMetrics metrics, TimeProvider time)
    {
        _guard = guard;
        _execute = execute;
        _options = options.Value;
        _metrics = metrics;
        _time = time;
        _channel = Channel.CreateBounded<BackgroundCommand>(
            new BoundedChannelOptions(_options.QueueLength) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }, Drop);
    }

    /// <summary>Never waits; what finds no room is dropped, the oldest first, and counted.</summary>
    public void Add(BackgroundCommand command)
    {
        var isWrite = command.Kind == CommandKind.Write;
        if (Interlocked.Add(ref _bytes, command.Bytes) > _options.QueueBytes || (isWrite && !_guard.IsAnswering) || !_channel.Writer.TryWrite(command))
        {
            Drop(command);
        }
    }

    /// <summary>Takes no more; <see cref="RunAsync"/> ends when what waits is done.</summary>
    public void Complete() => _channel.Writer.TryComplete();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var command in _channel.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            await _guard.WaitUntilAnsweringAsync(cancellationToken).ConfigureAwait(false);
            if (await _execute(command).ConfigureAwait(false))
            {
                Interlocked.Add(ref _bytes, -command.Bytes);
            }
            else if (command.Kind == CommandKind.Write || command.Attempts + 1 == MaxAttempts)
            {
                Drop(command);
            }
            else
            {
                _ = AddLaterAsync(command with { Attempts = command.Attempts + 1 }, cancellationToken);
            }
        }
    }

    private async Task AddLaterAsync(BackgroundCommand command, CancellationToken cancellationToken)
    {
        await Task.Delay(_options.ProbeInterval, _time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Add(command);
    }

    private void Drop(BackgroundCommand command)
    {
        Interlocked.Add(ref _bytes, -command.Bytes);
        _metrics.Dropped(command.Kind);
    }
}
