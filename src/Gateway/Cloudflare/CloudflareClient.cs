using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;

namespace Gateway.Cloudflare;

/// <summary>Calls Cloudflare with a caller's own credential, within the deadline, and tells how that ended.</summary>
internal sealed partial class CloudflareClient(
    CloudflareExchange exchange, IOptions<CloudflareOptions> options, TimeProvider time, ILogger<CloudflareClient> logger)
{
    private readonly CloudflareOptions _options = options.Value;

    /// <param name="endpoint">Which of the two endpoints is called.</param>
    /// <param name="pathAndQuery">Below the base address, without a leading slash, percent-encoded: <c>radar/ct/timeseries?…</c>.</param>
    /// <param name="caller">Whose credential is sent with this call.</param>
    /// <param name="purpose">What the call is for.</param>
    /// <param name="resultType">How <c>result</c> is read; its options say how deep it may be, and whether names may repeat.</param>
    /// <param name="cancellationToken">Ends the call; the exception goes on to the caller.</param>
    public async Task<Result<CloudflareReply<TResult>>> GetAsync<TResult>(
        CloudflareEndpoint endpoint,
        string pathAndQuery,
        Caller caller,
        CallPurpose purpose,
        JsonTypeInfo<TResult> resultType,
        CancellationToken cancellationToken)
        where TResult : class
    {
        using var deadline = new CancellationTokenSource(_options.Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        Result<CloudflareReply<TResult>> answer;
        try
        {
            answer = await exchange.SendAsync(endpoint, pathAndQuery, caller, resultType, either.Token);
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

    [LoggerMessage(EventId = 1001, Message = "Call to {Endpoint} failed: {Kind}, status {Status}, ray {Ray}")]
    private partial void LogFailure(LogLevel level, string endpoint, FailureKind kind, int? status, string? ray);
}
