using Gateway.Cloudflare.Json;
using Gateway.Cloudflare.RateLimiting;
using Gateway.Time;
using Microsoft.Extensions.Options;

namespace Gateway.Cloudflare;

/// <summary>One exchange of HTTP with Cloudflare: a request with a caller's own credential, and its envelope.</summary>
internal sealed class CloudflareExchange(
    IOptions<CloudflareOptions> options, TimeProvider time, WallClock wallClock, IRateLimitObserver? limits = null) : IDisposable
{
    // Of an answer that is no success its errors are read, which are short; a longer one goes by its status.
    private const int MaxRefusalBytes = 64 * 1024;

    private readonly CloudflareOptions _options = options.Value;
    private readonly HttpClient _http = CloudflareTransport.CreateClient(options.Value);

    /// <summary>Sends one request and reads its answer; what ends it before its answer is complete is thrown.</summary>
    public async Task<Result<CloudflareReply<TResult>>> SendAsync<TResult>(
        CloudflareEndpoint endpoint,
        string pathAndQuery,
        Caller caller,
        Func<IResultReader<TResult>> newReader,
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
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        return status == 200
            ? await ReadAsync(stream, endpoint, ray, newReader(), cancellationToken)
            : await ReadRefusalAsync(stream, endpoint, status, ray, limit.RetryAfterSeconds, cancellationToken);
    }

    public void Dispose() => _http.Dispose();

    private async Task<Result<CloudflareReply<TResult>>> ReadAsync<TResult>(
        Stream body, CloudflareEndpoint endpoint, string? ray, IResultReader<TResult> reader, CancellationToken cancellationToken)
        where TResult : class
    {
        const int Status = 200;
        var envelope = new EnvelopeSink(reader.Sink);
        var tokens = new JsonTokenFeed(envelope);
        var end = await JsonBody.ReadAsync(body, tokens, _options.MaxResponseBytes, cancellationToken);
        if (end != BodyEnd.Complete || !envelope.IsEnvelope)
        {
            var fault = end == BodyEnd.TooLarge ? "is larger than the gateway reads" : "is not the JSON that it promises";
            return UpstreamFailures.Invalid(Status, ray, fault);
        }

        if (!envelope.IsSuccess)
        {
            return UpstreamFailures.Refused(endpoint, Status, ray, envelope.Errors, retryAfterSeconds: null);
        }

        return envelope.HasResult && !tokens.IsRefused && reader.Build() is { } result
            ? new CloudflareReply<TResult>(result, envelope.Messages, wallClock.UtcNow, ray)
            : UpstreamFailures.Invalid(Status, ray, "has no result of the kind that it promises");
    }

    // A page of HTML says no less than its status does.
    private static async Task<Failure> ReadRefusalAsync(
        Stream body, CloudflareEndpoint endpoint, int status, string? ray, int? retryAfter, CancellationToken cancellationToken)
    {
        var envelope = new EnvelopeSink(JsonSink.Nothing);
        var end = await JsonBody.ReadAsync(body, new JsonTokenFeed(envelope), MaxRefusalBytes, cancellationToken);
        var errors = end == BodyEnd.Complete && envelope.IsEnvelope ? envelope.Errors : [];
        return UpstreamFailures.Refused(endpoint, status, ray, errors, retryAfter);
    }
}
