using Gateway.Cloudflare.Json;
using Gateway.Cloudflare.Resilience;
using Polly;
using Polly.Timeout;

namespace Gateway.Cloudflare;

/// <summary>Calls Cloudflare with a caller's own credential, through the pipeline of the endpoint, and tells how that ended.</summary>
internal sealed partial class CloudflareClient(
    CloudflareExchange exchange, CloudflarePipelines pipelines, ResilienceMetrics metrics, TimeProvider time, ILogger<CloudflareClient> logger)
{
    /// <param name="endpoint">Which of the two endpoints is called.</param>
    /// <param name="pathAndQuery">Below the base address, without a leading slash, percent-encoded: <c>radar/ct/timeseries?…</c>.</param>
    /// <param name="caller">Whose credential is sent with this call.</param>
    /// <param name="purpose">What the call is for.</param>
    /// <param name="newReader">Makes what reads <c>result</c>, one for each answer.</param>
    /// <param name="cancellationToken">Ends the call; the exception goes on to the caller.</param>
    public async Task<Result<CloudflareReply<TResult>>> GetAsync<TResult>(
        CloudflareEndpoint endpoint,
        string pathAndQuery,
        Caller caller,
        CallPurpose purpose,
        Func<IResultReader<TResult>> newReader,
        CancellationToken cancellationToken)
        where TResult : class
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        new PendingCall(caller.Fingerprint, purpose, time.GetTimestamp()).AddTo(context);
        var outcome = await pipelines[endpoint].ExecuteOutcomeAsync(
            static (context, call) => call.Client.AttemptAsync(call.Endpoint, call.PathAndQuery, call.Caller, call.NewReader, context.CancellationToken),
            context,
            (Client: this, Endpoint: endpoint, PathAndQuery: pathAndQuery, Caller: caller, NewReader: newReader));
        ResilienceContextPool.Shared.Return(context);

        // Of the exceptions only a timeout is expected here, and the caller's own leaving.
        var answer = outcome.Exception is TimeoutRejectedException late ? UpstreamFailures.Timeout(late.Timeout) : Return(outcome);
        if (answer.IsSuccess(out var reply, out var failure))
        {
            return (CloudflareReply<TResult>)reply;
        }

        Log(endpoint, failure);
        return failure;
    }

    private static Result<CloudflareReply> Return(Outcome<Result<CloudflareReply>> outcome)
    {
        outcome.ThrowIfException();
        return outcome.Result;
    }

    /// <summary>One exchange, whose failing on the way becomes a value; what ends it from outside stays an exception.</summary>
    private async ValueTask<Outcome<Result<CloudflareReply>>> AttemptAsync<TResult>(
        CloudflareEndpoint endpoint, string pathAndQuery, Caller caller, Func<IResultReader<TResult>> newReader, CancellationToken cancellationToken)
        where TResult : class
    {
        metrics.AttemptBegun(endpoint);
        try
        {
            var answer = await exchange.SendAsync(endpoint, pathAndQuery, caller, newReader, cancellationToken);
            return answer.IsSuccess(out var reply, out var failure)
                ? Outcome.FromResult<Result<CloudflareReply>>(reply)
                : Outcomes.Failed(failure);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            // Cancelled by none of the tokens, it is a connection that did not open in time.
            return cancellationToken.IsCancellationRequested
                ? Outcomes.Cancelled(cancellationToken)
                : Outcomes.Failed(UpstreamFailures.NoConnection());
        }
        finally
        {
            metrics.AttemptEnded(endpoint);
        }
    }

    private void Log(CloudflareEndpoint endpoint, Failure failure)
    {
        if (failure.IsUnsent)
        {
            // Under overload that would be a line for each request; it is counted instead.
            return;
        }

        var level = failure.Kind
            is FailureKind.UpstreamTimeout or FailureKind.UpstreamUnavailable or FailureKind.UpstreamInvalidResponse
            ? LogLevel.Warning
            : LogLevel.Information;
        LogFailure(level, endpoint.Name, failure.Kind, failure.Cloudflare?.Status, failure.Cloudflare?.Ray);
    }

    [LoggerMessage(EventId = 1001, Message = "Call to {Endpoint} failed: {Kind}, status {Status}, ray {Ray}")]
    private partial void LogFailure(LogLevel level, string endpoint, FailureKind kind, int? status, string? ray);
}
