using Gateway.Time;
using Gateway.Upstream.Buffering;
using Gateway.Upstream.Json;

namespace Gateway.Upstream.Client;

/// <summary>Reads a buffered response: what Cloudflare answered, or why that is no answer.</summary>
internal static class CloudflareAnswer
{
    public static Result<CloudflareResponse<TResult>> Read<TResult>(
        HttpResponseMessage response, CloudflareEndpoint endpoint, IResultReader<TResult> reader, WallClock wallClock)
        where TResult : class
    {
        var body = (BufferedBody)response.Content;
        var status = (int)response.StatusCode;
        var ray = response.Headers.NonValidated.TryGetValues("Cf-Ray", out var rays) ? rays.ToString() : null;
        if (status != 200)
        {
            // A page of HTML says no less than its status does.
            var errors = body.State == BodyState.Complete ? Envelope.ReadErrors(body.Bytes) : [];
            return UpstreamFailures.Refused(endpoint, status, ray, errors, body.Limit.RetryAfterSeconds);
        }

        if (body.State != BodyState.Complete)
        {
            var fault = body.State == BodyState.TooLarge ? "is larger than the gateway reads" : "is not compressed as it says";
            return UpstreamFailures.Invalid(status, ray, fault);
        }

        var envelope = Envelope.Read(body.Bytes, reader);
        return envelope.Fault is { } invalid ? UpstreamFailures.Invalid(status, ray, invalid)
            : envelope.Result is { } result ? new CloudflareResponse<TResult>(result, envelope.Messages, wallClock.UtcNow, ray)
            : UpstreamFailures.Refused(endpoint, status, ray, envelope.Errors, retryAfterSeconds: null);
    }
}
