using System.Security.Cryptography;
using Gateway.Caching.Secrets;
using Microsoft.Extensions.Options;

namespace Gateway.Caching.Redis;

/// <summary>Level two in Redis: sealed entries under digests, and announcements over pub/sub.</summary>
internal sealed class RedisSecondLevel : ISecondLevel, IHostedService, IDisposable
{
    /// <summary>How long what still waits may take when the gateway stops.</summary>
    private static readonly TimeSpan LastWord = TimeSpan.FromSeconds(1);

    private readonly RedisGuard _guard;
    private readonly BackgroundQueue _queue;
    private readonly CacheSecret _secret;
    private readonly RedisOptions _options;
    private readonly RedisMetrics _metrics;
    private readonly ILogger<RedisSecondLevel> _logger;
    private readonly TimeProvider _time;
    private readonly byte[] _sender = RandomNumberGenerator.GetBytes(EndedMessage.SenderSize);
    private readonly CancellationTokenSource _stopping = new();
    private Task _connecting = Task.CompletedTask;
    private Task _working = Task.CompletedTask;

    public RedisSecondLevel(
        RedisGuard guard, CacheSecret secret, IOptions<RedisOptions> options, RedisMetrics metrics, ILogger<RedisSecondLevel> logger, TimeProvider time)
    {
        _guard = guard;
        _secret = secret;
        _options = options.Value;
        _metrics = metrics;
        _logger = logger;
        _time = time;
        _queue = new BackgroundQueue(guard, ExecuteAsync, options, metrics, time);
        guard.Received += OnReceived;
    }

    public event Action<CacheKey>? Ended;

    public bool IsAnswering => _guard.IsAnswering;

    public ValueTask<StoredEntry?> ReadAsync(CacheKey key, CancellationToken cancellationToken)
        => _guard.IsAnswering ? ReadNowAsync(key, cancellationToken) : default;

    public void Write(CacheKey key, StoredEntry entry) => _queue.Add(new(CommandKind.Write, key, entry));

    public void Remove(CacheKey key) => _queue.Add(new(CommandKind.Remove, key));

    public void Announce(CacheKey ended) => _queue.Add(new(CommandKind.Announce, ended));

    /// <summary>Does not wait for Redis.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _connecting = RunAsync(_guard.RunAsync);
        _working = RunAsync(_queue.RunAsync);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Complete();
        if (IsAnswering)
        {
            await _working.WaitAsync(LastWord, _time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await _stopping.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_connecting, _working).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _stopping.Dispose();

    private async ValueTask<StoredEntry?> ReadNowAsync(CacheKey key, CancellationToken cancellationToken)
    {
        var name = KeyNames.Of(key);
        if (await _guard.GetAsync(name, cancellationToken).ConfigureAwait(false) is not { } value)
        {
            return null;
        }

        var opening = value.Length > _options.MaxValueBytes
            ? Miss(Opening.Format, out var entry)
            : SealedEntry.Open(value, name, _secret, _time.GetUtcNow(), out entry);
        if (opening != Opening.Opened)
        {
            _metrics.Unreadable(opening);
        }

        return entry;

        static Opening Miss(Opening reason, out StoredEntry? entry)
        {
            entry = null;
            return reason;
        }
    }

    private ValueTask<bool> ExecuteAsync(BackgroundCommand command) => command.Kind switch
    {
        CommandKind.Write => WriteNowAsync(command.Key, command.Entry!),
        CommandKind.Remove => _guard.TryAsync(static (link, name) => link.RemoveAsync(name), KeyNames.Of(command.Key)),
        _ => AnnounceNowAsync(command.Key),
    };

    private async ValueTask<bool> WriteNowAsync(CacheKey key, StoredEntry entry)
    {
        var expiry = entry.StaleUntil - _time.GetUtcNow();
        if (expiry <= TimeSpan.Zero)
        {
            return true;
        }

        var name = KeyNames.Of(key);
        var value = SealedEntry.Seal(entry, name, _secret.Current);
        return value.Length <= _options.MaxValueBytes
            && await _guard.TryAsync(static (link, write) => link.SetAsync(write.name, write.value, write.expiry), (name, value, expiry)).ConfigureAwait(false);
    }

    /// <summary>While a secret is rolled out, in the words of both, so that replicas on either side hear of it.</summary>
    private async ValueTask<bool> AnnounceNowAsync(CacheKey ended)
        => await AnnounceNowAsync(ended, _secret.Current).ConfigureAwait(false)
            && (_secret.Previous is not { } previous || await AnnounceNowAsync(ended, previous).ConfigureAwait(false));

    private ValueTask<bool> AnnounceNowAsync(CacheKey ended, DerivedKeys keys)
        => _guard.TryAsync(static (link, message) => link.PublishAsync(message), EndedMessage.Write(ended, _sender, _time.GetUtcNow(), keys));

    private void OnReceived(byte[] message)
    {
        if (EndedMessage.IsFrom(_sender, message))
        {
            return;
        }

        if (EndedMessage.Read(message, _time.GetUtcNow(), _secret) is { } ended)
        {
            Ended?.Invoke(ended);
        }
        else
        {
            _metrics.UnreadableAnnouncement();
        }
    }

    private Task RunAsync(Func<CancellationToken, Task> work) => Task.Run(async () =>
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await work(_stopping.Token).ConfigureAwait(false);
                return;
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
            }
            catch (Exception exception)
            {
                // A bug, or one of the client's: without its background work the cache would be without level two for good.
                RedisLog.Ended(_logger, exception.GetType());
                await Task.Delay(_options.ProbeInterval, _time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    });
}
