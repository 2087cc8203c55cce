using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Gateway.Cloudflare.RateLimiting;
using Microsoft.Extensions.Options;

namespace Gateway.Cloudflare;

/// <summary>One exchange of HTTP with Cloudflare: a request with a caller's own credential, and its envelope.</summary>
internal sealed class CloudflareExchange(IOptions<CloudflareOptions> options, TimeProvider time, IRateLimitObserver? limits = null) : IDisposable
{
    private readonly CloudflareOptions _options = options.Value;
    private readonly HttpClient _http = CloudflareTransport.CreateClient(options.Value);

    /// <summary>Sends one request and reads its answer; what ends it before its answer is complete is thrown.</summary>
    public async Task<Result<CloudflareReply<TResult>>> SendAsync<TResult>(
        CloudflareEndpoint endpoint,
        string pathAndQuery,
        Caller caller,
        JsonTypeInfo<TResult> resultType,
        CancellationToken cancellationToken)
        where TResult : class
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, pathAndQuery);
        caller.Credential.Apply(request);
        var begunAt = time.GetUtcNow();
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var limit = RateLimitReading.Of(response, begunAt, time.GetUtcNow(), _options.RateLimit);
        limits?.Observe(endpoint, caller, limit);

        var status = (int)response.StatusCode;
        var ray = response.Headers.NonValidated.TryGetValues("Cf-Ray", out var rays) ? rays.ToString() : null;
        using var body = new PooledBody();
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var end = await body.ReadAsync(stream, _options.MaxResponseBytes, cancellationToken);
        var now = time.GetUtcNow();
        var isEnvelope = Envelope.TryRead(end == BodyEnd.Complete ? body.Span : default, out var envelope);
        if (status != 200)
        {
            // A page of HTML says no less than its status does.
            return UpstreamFailures.Refused(endpoint, status, ray, isEnvelope ? envelope.Errors : [], limit.RetryAfterSeconds);
        }

        if (!isEnvelope)
        {
            var fault = end == BodyEnd.TooLarge ? "is larger than the gateway reads" : "is not the JSON that it promises";
            return UpstreamFailures.Invalid(status, ray, fault);
        }

        if (!envelope.IsSuccess)
        {
            return UpstreamFailures.Refused(endpoint, status, ray, envelope.Errors, retryAfterSeconds: null);
        }

        return TryDeserialize(envelope.Result, resultType) is { } result
            ? new CloudflareReply<TResult>(result, envelope.Messages, now, ray)
            : UpstreamFailures.Invalid(status, ray, "has no result of the kind that it promises");
    }

    public void Dispose() => _http.Dispose();

    private static TResult? TryDeserialize<TResult>(ReadOnlySpan<byte> json, JsonTypeInfo<TResult> type)
        where TResult : class
    {
        if (json.IsEmpty)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
