using System.Net;
using Gateway.Upstream.Buffering;
using Gateway.Upstream.RateLimiting;
using Gateway.Upstream.Resilience;
using Microsoft.Extensions.Options;

namespace Gateway.Upstream.Client;

/// <summary>
/// Gives a response the status that it means, before retries and the breaker see it. An error with a throttling code is a 429, and cools
/// down its credential like one. A challenge is a 403: the edge blocks this call, and the API has no fault.
/// </summary>
internal sealed class StatusHandler(IOptions<CloudflareOptions> options, TimeProvider time, RateLimits? limits = null) : DelegatingHandler
{
    /// <summary>A longer body with status 200 is data: errors are short.</summary>
    private const int LongestError = 4096;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var body = (BufferedBody)response.Content;
        if (EdgeAnswer.IsChallenge(response.Headers))
        {
            Change(response, body, (int)response.StatusCode >= 500 ? HttpStatusCode.Forbidden : response.StatusCode);
        }
        else if (IsThrottling(response, body))
        {
            Change(response, body, HttpStatusCode.TooManyRequests);
            var call = PendingCall.Of(request);
            body.Limit = RateLimitReading.Of(response, body.Limit.BegunAt, time.GetUtcNow(), options.Value.RateLimit);
            limits?.Observe(call.Endpoint.Api, call.Caller, body.Limit);
        }

        return response;
    }

    private static bool IsThrottling(HttpResponseMessage response, BufferedBody body) =>
        response.StatusCode != HttpStatusCode.TooManyRequests
        && (response.StatusCode != HttpStatusCode.OK || body.Bytes.Length <= LongestError)
        && body.Fault is null
        && Envelope.ReadErrors(body.Bytes) is { } errors
        && UpstreamFailures.AreThrottling(errors);

    private static void Change(HttpResponseMessage response, BufferedBody body, HttpStatusCode status) =>
        (body.SentStatus, response.StatusCode) = ((int)response.StatusCode, status);
}
