using Gateway.Upstream.RateLimiting;
using Gateway.Upstream.Resilience;
using Microsoft.Extensions.Options;

namespace Gateway.Upstream.Buffering;

/// <summary>
/// The innermost handler; it runs once for each attempt. It reads the whole body, so timeouts, retries and the breaker around it also see
/// a body that is slow or cut off. HttpClient would read the body outside all handlers.
/// </summary>
internal sealed class BufferingHandler(
    IOptions<CloudflareOptions> options, BodyBuffers buffers, ResilienceMetrics metrics, TimeProvider time, RateLimits? limits = null)
    : DelegatingHandler
{
    private readonly CloudflareOptions _options = options.Value;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = PendingCall.Of(request);
        var attempt = metrics.BeginAttempt(call.Endpoint.Api);
        int? status = null;
        var error = "cancelled";
        try
        {
            var begunAt = time.GetUtcNow();
            var response = await base.SendAsync(request, cancellationToken);
            status = (int)response.StatusCode;
            var limit = RateLimitReading.Of(response, begunAt, time.GetUtcNow(), _options.RateLimit);
            limits?.Observe(call.Endpoint.Api, call.Caller, limit);
            var buffered = await BufferAsync(response, new BufferedBody(buffers, call.Caller.Fingerprint, limit), cancellationToken);
            error = null;
            return buffered;
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            error = nameof(ConnectionFault.Timeout);
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The connection did not open in time.", exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            error = ConnectionFaults.Of(exception).ToString();
            throw;
        }
        finally
        {
            // An attempt that was cancelled ran out of its time, or its caller has left.
            metrics.End(attempt, call.Endpoint.Api, status, error);
        }
    }

    private async Task<HttpResponseMessage> BufferAsync(
        HttpResponseMessage response, BufferedBody body, CancellationToken cancellationToken)
    {
        try
        {
            using var content = response.Content;

            // The API's errors are short. A longer error response counts as one without an envelope.
            var maxBytes = (int)response.StatusCode == 200 ? _options.MaxResponseBytes : BodySegment.Size;
            await body.FillAsync(await content.ReadAsStreamAsync(cancellationToken), maxBytes, cancellationToken);
            response.Content = body;
            return response;
        }
        catch
        {
            body.Dispose();
            response.Dispose();
            throw;
        }
    }
}
