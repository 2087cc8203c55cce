using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Gateway.GraphQL.AspNetCore.Responses;

/// <summary>
/// Aborts a response that is not written in time: the connection, or with HTTP/2 the stream. The server's own minimum rate is no
/// protection: it counts what the transport takes, and not flow control (RFC 9113, section 5.2), by which a client can stop a stream.
/// </summary>
internal sealed class WriteDeadline : IAsyncDisposable
{
    private readonly TimeSpan _timeout;
    private readonly ITimer _timer;

    public WriteDeadline(HttpContext context, TimeSpan timeout, TimeProvider time)
    {
        _timeout = timeout;
        _timer = time.CreateTimer(
            static request => ((IHttpRequestLifetimeFeature)request!).Abort(),
            context.Features.GetRequiredFeature<IHttpRequestLifetimeFeature>(),
            timeout,
            Timeout.InfiniteTimeSpan);
    }

    public void Restart() => _timer.Change(_timeout, Timeout.InfiniteTimeSpan);

    /// <summary>Ends after a callback in progress: the server reuses the feature for the next request.</summary>
    public ValueTask DisposeAsync() => _timer.DisposeAsync();
}
