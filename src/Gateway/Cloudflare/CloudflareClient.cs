using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;

namespace Gateway.Cloudflare;

/// <summary>A success: the <c>result</c> of Cloudflare's envelope, and what it said beside it.</summary>
internal sealed record CloudflareReply<TResult>(
    TResult Result, ImmutableArray<CloudflareMessage> Messages, DateTimeOffset ReceivedAt, string? Ray);

/// <summary>Calls Cloudflare with a caller's own credential, and reads its envelopes.</summary>
internal sealed partial class CloudflareClient(
    IOptions<CloudflareOptions> options, TimeProvider time, ILogger<CloudflareClient> logger) : IDisposable
{
    private readonly CloudflareOptions _options = options.Value;
    private readonly HttpClient _http = CloudflareTransport.CreateClient(options.Value);

    /// <param name="endpoint">Which of the two endpoints is called.</param>
    /// <param name="pathAndQuery">Below the base address, without a leading slash, percent-encoded: <c>radar/ct/timeseries?…</c>.</param>
    /// <param name="credential">Sent with this call and nowhere else.</param>
    /// <param name="resultType">How <c>result</c> is read; its options say how deep it may be, and whether names may repeat.</param>
    /// <param name="cancellationToken">Ends the call; the exception goes on to the caller.</param>
    public async Task<Result<CloudflareReply<TResult>>> GetAsync<TResult>(
        CloudflareEndpoint endpoint,
        string pathAndQuery,
        Credential credential,
        JsonTypeInfo<TResult> resultType,
        CancellationToken cancellationToken)
        where TResult : class
    {
        using var deadline = new CancellationTokenSource(_options.Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        Result<CloudflareReply<TResult>> answer;
        try
        {
            answer = await SendAsync(endpoint, pathAndQuery, credential, resultType, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The deadline, or else the time that a connection may take to open.
            answer = deadline.IsCancellationRequested ? UpstreamFailures.Timeout(_options.Deadline) : UpstreamFailures.NoConnection();
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            answer = UpstreamFailures.NoConnection();
        }

        if (answer.Failure is { } failure)
        {
            var level = failure.Kind
                is FailureKind.UpstreamTimeout or FailureKind.UpstreamUnavailable or FailureKind.UpstreamInvalidResponse
                ? LogLevel.Warning
                : LogLevel.Information;
            LogFailure(level, endpoint.Name, failure.Kind, failure.Cloudflare?.Status, failure.Cloudflare?.Ray);
        }

        return answer;
    }

    public void Dispose() => _http.Dispose();

    private async Task<Result<CloudflareReply<TResult>>> SendAsync<TResult>(
        CloudflareEndpoint endpoint,
        string pathAndQuery,
        Credential credential,
        JsonTypeInfo<TResult> resultType,
        CancellationToken cancellationToken)
        where TResult : class
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, pathAndQuery);
        credential.Apply(request);
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

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
            var retryAfter = RetryAfter.Read(response.Headers, now);
            return UpstreamFailures.Refused(endpoint, status, ray, isEnvelope ? envelope.Errors : [], retryAfter);
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

    [LoggerMessage(EventId = 1001, Message = "Call to {Endpoint} failed: {Kind}, status {Status}, ray {Ray}")]
    private partial void LogFailure(LogLevel level, string endpoint, FailureKind kind, int? status, string? ray);
}
