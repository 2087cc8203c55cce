using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Gateway.Caching.Redis;

/// <summary>Opens connections that have shown to answer.</summary>
internal sealed class RedisConnector(IOptions<RedisOptions> options, TroubleReport trouble, TimeProvider time)
{
    private readonly ConfigurationOptions _configuration = options.Value.ToConfiguration();

    /// <summary>A link that is subscribed and has answered a read, or null after trouble.</summary>
    public async Task<RedisLink?> ConnectAsync(Action<byte[]> received, CancellationToken cancellationToken)
    {
        // The client keeps its own timeout, in steps and not always; this one stands behind it.
        var patience = TimeSpan.FromMilliseconds(_configuration.ConnectTimeout);
        var opening = Task.Run(() => ConnectionMultiplexer.ConnectAsync(_configuration), CancellationToken.None);
        RedisLink? link = null;
        try
        {
            link = new RedisLink(await opening.WaitAsync(patience * (_configuration.ConnectRetry + 1), time, cancellationToken).ConfigureAwait(false));
            await link.SubscribeAsync(received).WaitAsync(patience, time, cancellationToken).ConfigureAwait(false);
            await link.GetAsync(KeyNames.Probe, 0).WaitAsync(patience, time, cancellationToken).ConfigureAwait(false);
            return link;
        }
        catch (Exception exception)
        {
            if (link is null)
            {
                CloseWhenOpen(opening);
            }

            link?.Close();
            cancellationToken.ThrowIfCancellationRequested();
            trouble.Add(exception);
            return null;
        }
    }

    private static void CloseWhenOpen(Task<ConnectionMultiplexer> opening) => opening.ContinueWith(
        static late =>
        {
            if (late.IsCompletedSuccessfully)
            {
                late.Result.Close(allowCommandsToComplete: false);
            }

            _ = late.Exception;
        },
        CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
}
