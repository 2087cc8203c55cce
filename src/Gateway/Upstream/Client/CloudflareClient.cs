using System.Collections.Immutable;
using System.Net;
using Gateway.Time;
using Gateway.Upstream.Buffering;
using Gateway.Upstream.Json;
using Gateway.Upstream.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace Gateway.Upstream.Client;

/// <summary>Calls Cloudflare with a caller's own credential. Expected failures are values.</summary>
internal sealed class CloudflareClient(
    IHttpMessageHandlerFactory handlers, ApiGates gates, IOptions<CloudflareOptions> options, TimeProvider time, WallClock wallClock,
    FailureLog failures)
{
    private readonly CloudflareOptions _options = options.Value;
    private readonly Uri _baseAddress = CloudflareTransport.BaseAddress(options.Value);

    // HttpClient would add a timeout and a source of cancellation to each call. The resilience pipeline has the timeouts.
    private readonly HttpMessageInvoker _http = new(handlers.CreateHandler(nameof(CloudflareClient)), disposeHandler: false);

    /// <param name="endpoint">The endpoint to call.</param>
    /// <param name="pathAndQuery">Relative to the base address, percent-encoded: <c>radar/ct/timeseries?…</c>.</param>
    /// <param name="caller">The caller, whose credential is sent.</param>
    /// <param name="purpose">What the call is for.</param>
    /// <param name="waited">How long the caller has waited already, which counts towards <see cref="CloudflareOptions.Deadline"/>.</param>
    /// <param name="reader">Reads the <c>result</c> of the envelope.</param>
    /// <param name="cancellationToken">Cancels the call, which then throws <see cref="OperationCanceledException"/>.</param>
    public async Task<Result<CloudflareResponse<TResult>>> GetAsync<TResult>(
        CloudflareEndpoint endpoint,
        string pathAndQuery,
        Caller caller,
        CallPurpose purpose,
        TimeSpan waited,
        IResultReader<TResult> reader,
        CancellationToken cancellationToken)
        where TResult : class
    {
        var gate = gates[endpoint.Api.Name];
        var call = new PendingCall(endpoint, caller, purpose, waited, _options, time)
        {
            Scope = new CallScope(caller.Fingerprint, pathAndQuery.Split('?')[0]),
        };
        try
        {
            var held = await gate.EnterAsync(call, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            var answer = held ?? await SendAsync(gate, call, pathAndQuery, reader, cancellationToken);
            if (answer.Failure is null)
            {
                gate.Known.Add(endpoint.Api, caller.Fingerprint);
            }
            else if (answer.Failure is { IsUnsent: false } failure)
            {
                // Calls that were not sent have log lines of their own, at the gate.
                failures.Add(endpoint, failure);
            }

            return answer;
        }
        finally
        {
            gate.Leave(call);
        }
    }

    private async Task<Result<CloudflareResponse<TResult>>> SendAsync<TResult>(
        ApiGate gate, PendingCall call, string pathAndQuery, IResultReader<TResult> reader, CancellationToken cancellationToken)
        where TResult : class
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            call.AddTo(context);
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_baseAddress, pathAndQuery));
            request.Version = HttpVersion.Version20;
            request.SetResilienceContext(context);
            call.Caller.Credential.Apply(request);
            CloudflareTransport.AddTo(request.Headers);
            using var response = await _http.SendAsync(request, cancellationToken);
            return Read(response, call.Endpoint, reader);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Describe(exception, gate, call) is { } failure)
            {
                return failure;
            }

            throw;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>Reads a buffered response to a result or a failure.</summary>
    private Result<CloudflareResponse<TResult>> Read<TResult>(
        HttpResponseMessage response, CloudflareEndpoint endpoint, IResultReader<TResult> reader)
        where TResult : class
    {
        var body = (BufferedBody)response.Content;
        var status = body.SentStatus ?? (int)response.StatusCode;
        var ray = RayHeader.Read(response);
        if (status != 200)
        {
            var errors = body.Fault is null && !EdgeAnswer.IsChallenge(response.Headers) ? Envelope.ReadErrors(body.Bytes) : null;
            return EdgeAnswer.Find(response.Headers, body, status, ray, hasEnvelope: errors is not null)
                ?? UpstreamFailures.Refused(endpoint, status, ray, errors ?? [], body.Limit.RetryAfterSeconds);
        }

        if (body.Fault is { } fault)
        {
            return UpstreamFailures.Invalid(status, ray, fault);
        }

        var envelope = Envelope.Read(body.Bytes, reader);
        return envelope.Fault is { } invalid ? UpstreamFailures.Invalid(status, ray, invalid)
            : envelope.Result is { } result ? new CloudflareResponse<TResult>(result, envelope.Messages, wallClock.UtcNow)
            : UpstreamFailures.Refused(endpoint, status, ray, envelope.Errors, body.Limit.RetryAfterSeconds);
    }

    /// <summary>
    /// Maps the exceptions of the pipeline to failures, in this one place. A failure with <see cref="Failure.IsUnsent"/> false states that
    /// Cloudflare was called and failed. A call that ran out of time while the gateway held it back never does. A failure of an open
    /// circuit hides which error opened it, because that was another caller's call.
    /// </summary>
    private Failure? Describe(Exception exception, ApiGate gate, PendingCall call) => exception switch
    {
        BrokenCircuitException broken => gate.Down(call, broken.RetryAfter ?? TimeSpan.Zero),
        RateLimiterRejectedException or NoBufferException when call.HasFailed => UpstreamFailures.NotRetried(),
        RateLimiterRejectedException => gate.Overloaded(call, Rejection.Rate),
        NoBufferException => gate.Overloaded(call, Rejection.Buffers),
        TimeoutRejectedException when call is { IsHeldBack: true, HasFailed: false } => gate.Overloaded(call, Rejection.Deadline),
        TimeoutRejectedException late when late.Timeout == _options.AttemptTimeout && call.Attempts > 1 =>
            UpstreamFailures.Timeout(late.Timeout, call.Attempts, _options.Deadline - call.Remaining),
        TimeoutRejectedException late =>
            UpstreamFailures.Timeout(late.Timeout == _options.AttemptTimeout ? late.Timeout : _options.Deadline),
        HttpRequestException or IOException => UpstreamFailures.NoConnection(ConnectionFaults.Of(exception)),
        _ => null,
    };
}

/// <summary>A successful response: <c>result</c> and <c>messages</c> of Cloudflare's envelope.</summary>
internal sealed record CloudflareResponse<TResult>(TResult Result, ImmutableArray<CloudflareMessage> Messages, DateTimeOffset ReceivedAt);
