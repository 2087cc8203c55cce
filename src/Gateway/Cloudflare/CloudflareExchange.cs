using System.Buffers;
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
        if (await ReadBodyAsync(body, _options.MaxResponseBytes, cancellationToken) is not { } bytes)
        {
            return UpstreamFailures.Invalid(Status, ray, "is larger than the gateway reads");
        }

        var envelope = Envelope.Read(bytes, reader);
        return envelope.Fault is { } fault ? UpstreamFailures.Invalid(Status, ray, fault)
            : envelope.Result is { } result ? new CloudflareReply<TResult>(result, envelope.Messages, wallClock.UtcNow, ray)
            : UpstreamFailures.Refused(endpoint, Status, ray, envelope.Errors, retryAfterSeconds: null);
    }

    // A page of HTML says no less than its status does.
    private static async Task<Failure> ReadRefusalAsync(
        Stream body, CloudflareEndpoint endpoint, int status, string? ray, int? retryAfter, CancellationToken cancellationToken)
    {
        var errors = await ReadBodyAsync(body, MaxRefusalBytes, cancellationToken) is { } bytes ? Envelope.ReadErrors(bytes) : [];
        return UpstreamFailures.Refused(endpoint, status, ray, errors, retryAfter);
    }

    /// <summary>Null for a body that is too large; empty, which no answer is, for one that is not compressed as announced.</summary>
    private static async Task<ReadOnlySequence<byte>?> ReadBodyAsync(Stream body, int maxBytes, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(32 * 1024);
        try
        {
            while (await body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            {
                if (bytes.Length + read > maxBytes)
                {
                    return null;
                }

                bytes.Write(buffer, 0, read);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            // What gzip and deflate throw on bytes that they can't have written, and what brotli throws.
            return ReadOnlySequence<byte>.Empty;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return new ReadOnlySequence<byte>(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
