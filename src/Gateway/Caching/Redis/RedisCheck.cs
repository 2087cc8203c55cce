using System.Runtime.CompilerServices;
using Gateway.Settings;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Gateway.Caching.Redis;

/// <summary>Tries Redis, and each command that the gateway needs there.</summary>
internal sealed class RedisCheck(IOptions<RedisOptions> options, RedisKeys keys, TimeProvider time) : IConnectionCheck
{
    // A command that is not permitted is told from a slow one.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    public async IAsyncEnumerable<CheckResult> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var configuration = options.Value.ToConfiguration();
        var where = string.Join(", ", configuration.EndPoints.Select(static endpoint => endpoint.ToString()?.Replace("Unspecified/", "")));
        ConnectionMultiplexer? redis = null;
        var connected = await TryAsync($"{where} answers", $"{where} does not answer", async () =>
        {
            redis = await ConnectionMultiplexer.ConnectAsync(configuration);
            await redis.GetDatabase().PingAsync();
        });
        yield return connected;
        if (redis is not null && connected.IsOk)
        {
            var (database, key) = (redis.GetDatabase(), (RedisKey)(byte[])[.. keys.Probe, .. ":check"u8]);
            yield return await TryAsync("may read (GETRANGE)", "may not read (GETRANGE)", () => database.StringGetRangeAsync(key, 0, 1));
            yield return await TryAsync(
                "may write (SETEX)",
                "may not write (SETEX)",
                () => database.StringSetAsync(key, "1", new Expiration(TimeSpan.FromSeconds(10))));
            yield return await TryAsync("may remove (UNLINK)", "may not remove (UNLINK)", () => database.KeyDeleteAsync(key));
        }

        if (redis is not null)
        {
            await redis.CloseAsync(allowCommandsToComplete: false);
        }

        async Task<CheckResult> TryAsync(string success, string failure, Func<Task> command)
        {
            try
            {
                await command().WaitAsync(Timeout, time, cancellationToken);
                return new(true, "Redis", success);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The client's own message may quote the configuration.
                return new(false, "Redis", $"{failure}: {RedisErrorKinds.Of(exception)}");
            }
        }
    }
}
