using StackExchange.Redis;

namespace Gateway.Caching.Redis;

/// <summary>One connection, from its first answer until it is dropped, with the failures in a row that it has seen.</summary>
internal sealed class RedisLink(ConnectionMultiplexer multiplexer)
{
    private static readonly RedisChannel Channel = new(KeyNames.Ended, RedisChannel.PatternMode.Literal);

    private readonly TaskCompletionSource _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _failures;

    /// <summary>Completes when the connection is given up.</summary>
    public Task Broken => _broken.Task;

    /// <summary>At most <paramref name="limit"/> bytes and one: what is longer is none of ours, and is never fetched as a whole.</summary>
    public async Task<byte[]?> GetAsync(byte[] key, int limit)
        => await multiplexer.GetDatabase().StringGetRangeAsync(key, 0, limit).ConfigureAwait(false);

    public Task SetAsync(byte[] key, byte[] value, TimeSpan expiry) => multiplexer.GetDatabase().StringSetAsync(key, value, expiry);

    public Task RemoveAsync(byte[] key) => multiplexer.GetDatabase().KeyDeleteAsync(key);

    public Task PublishAsync(byte[] message) => multiplexer.GetSubscriber().PublishAsync(Channel, message);

    public Task SubscribeAsync(Action<byte[]> received)
        => multiplexer.GetSubscriber().SubscribeAsync(Channel, (_, message) => received((byte[]?)message ?? []));

    /// <summary>Whether announcements would arrive: they come over a connection of their own.</summary>
    public Task PingSubscriberAsync() => multiplexer.GetSubscriber().PingAsync();

    public bool IsSubscribed => multiplexer.GetSubscriber().IsConnected(Channel);

    public void Succeeded()
    {
        if (Volatile.Read(ref _failures) != 0)
        {
            Volatile.Write(ref _failures, 0);
        }
    }

    /// <returns>How many in a row this makes.</returns>
    public int Failed() => Interlocked.Increment(ref _failures);

    public void Break() => _broken.TrySetResult();

    /// <summary>Leaves nothing that a late reply could arrive on.</summary>
    public void Close()
    {
        // Commands under way are not waited for: they are why the connection goes.
        multiplexer.Close(allowCommandsToComplete: false);
    }
}
