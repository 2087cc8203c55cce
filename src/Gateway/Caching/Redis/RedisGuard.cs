using Microsoft.Extensions.Options;

namespace Gateway.Caching.Redis;

/// <summary>
/// Stands between the gateway and the client, whose asynchronous calls never time out by themselves: each operation has a
/// deadline, and after some failures in a row Redis is left alone. The breaker is open exactly while there is no link.
/// </summary>
/// <remarks>
/// A broken link is dropped with its sockets and never used again, so that a late reply meets nobody; should the client ever
/// hand a reply to the wrong operation, it would not open under that operation's key.
/// </remarks>
internal sealed class RedisGuard(
    RedisConnector connector, IOptions<RedisOptions> options, TroubleReport trouble, RedisMetrics metrics, ILogger<RedisSecondLevel> logger, TimeProvider time)
{
    private readonly RedisOptions _options = options.Value;
    private volatile RedisLink? _link;
    private volatile TaskCompletionSource _answering = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Raised for each message on the channel, on any thread.</summary>
    public event Action<byte[]>? Received;

    public bool IsAnswering => _link is not null;

    /// <summary>Null for a miss and for trouble, which counts towards the breaker unless it is the key's own.</summary>
    public async ValueTask<byte[]?> GetAsync(byte[] key, CancellationToken cancellationToken)
    {
        if (_link is not { } link)
        {
            return null;
        }

        try
        {
            var value = await link.GetAsync(key, _options.MaxValueBytes).WaitAsync(_options.OperationTimeout, time, cancellationToken).ConfigureAwait(false);
            link.Succeeded();
            return value is { Length: > 0 } ? value : null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            var kind = RedisTroubles.Of(exception);
            trouble.Add(kind);
            if (kind != RedisTrouble.WrongType)
            {
                Failed(link);
            }

            return null;
        }
    }

    /// <summary>Runs what changes something, and says whether Redis has done it.</summary>
    /// <remarks>
    /// Silence counts towards the breaker; a refusal does not, since a full or read-only Redis can still be read, and neither
    /// does success, since reads may fail all the same.
    /// </remarks>
    public async ValueTask<bool> TryAsync<TState>(Func<RedisLink, TState, Task> operation, TState state)
    {
        if (_link is not { } link)
        {
            return false;
        }

        try
        {
            await operation(link, state).WaitAsync(_options.OperationTimeout, time).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception)
        {
            var kind = RedisTroubles.Of(exception);
            trouble.Add(kind);
            if (kind == RedisTrouble.Timeout)
            {
                Failed(link);
            }

            return false;
        }
    }

    public async ValueTask WaitUntilAnsweringAsync(CancellationToken cancellationToken)
    {
        while (!IsAnswering)
        {
            await _answering.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Keeps a link open until cancelled: connects, watches, and connects afresh, once in a probe interval at most.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var pace = Task.Delay(_options.ProbeInterval, time, cancellationToken);
            if (await connector.ConnectAsync(message => Received?.Invoke(message), cancellationToken).ConfigureAwait(false) is { } link)
            {
                await UseAsync(link, cancellationToken).ConfigureAwait(false);
            }

            await pace.ConfigureAwait(false);
        }
    }

    private async Task UseAsync(RedisLink link, CancellationToken cancellationToken)
    {
        metrics.Connected();
        RedisLog.Connected(logger);
        _link = link;
        _answering.TrySetResult();
        try
        {
            await WatchAsync(link, cancellationToken).ConfigureAwait(false);
            RedisLog.Broken(logger);
        }
        finally
        {
            Break(link);
            link.Close();
        }
    }

    /// <summary>Notices a link that goes silent while nobody reads, or whose announcements don't arrive any more.</summary>
    private async Task WatchAsync(RedisLink link, CancellationToken cancellationToken)
    {
        var unsubscribed = 0;
        while (!await IsBrokenWithinAsync(link, _options.ProbeInterval, cancellationToken).ConfigureAwait(false))
        {
            await GetAsync(KeyNames.Probe, cancellationToken).ConfigureAwait(false);
            var hears = link.IsSubscribed && await TryAsync(static (link, _) => link.PingSubscriberAsync(), 0).ConfigureAwait(false);
            unsubscribed = hears ? 0 : unsubscribed + 1;
            if (unsubscribed >= _options.BreakAfter)
            {
                Break(link);
            }
        }
    }

    private async Task<bool> IsBrokenWithinAsync(RedisLink link, TimeSpan period, CancellationToken cancellationToken)
    {
        await Task.WhenAny(link.Broken, Task.Delay(period, time, cancellationToken)).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return link.Broken.IsCompleted;
    }

    private void Failed(RedisLink link)
    {
        if (link.Failed() >= _options.BreakAfter)
        {
            Break(link);
        }
    }

    private void Break(RedisLink link)
    {
        if (Interlocked.CompareExchange(ref _link, null, link) == link)
        {
            _answering = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            link.Break();
        }
    }
}
