using Polly;
using Polly.Timeout;

namespace Gateway.Upstream.Resilience;

/// <summary>Which outcomes of an attempt count for the circuit, and which are retried.</summary>
internal static class AttemptVerdicts
{
    /// <summary>What the outcome says about Cloudflare's side. The breaker counts it.</summary>
    public static Verdict Judge(this Outcome<HttpResponseMessage> outcome, PendingCall call) => outcome switch
    {
        { Result: { } response } =>
            (int)response.StatusCode >= 500 ? Verdict.Fault : response.IsSuccessStatusCode ? Verdict.Success : Verdict.None,
        { Exception: OperationCanceledException } when call.HasMissedDeadline => Verdict.Fault,
        _ => IsNoAnswer(outcome.Exception) ? Verdict.Fault : Verdict.None,
    };

    /// <summary>A fault that a retry may fix. It includes the attempt timeout, for a connection that is silent.</summary>
    public static bool IsTransient(this Outcome<HttpResponseMessage> outcome) =>
        IsNoAnswer(outcome.Exception) || (int?)outcome.Result?.StatusCode is 408 or 500 or 502 or 503 or 504;

    private static bool IsNoAnswer(Exception? exception) => exception is TimeoutRejectedException or HttpRequestException or IOException;
}
