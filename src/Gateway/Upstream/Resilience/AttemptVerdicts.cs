using Polly;
using Polly.Timeout;

namespace Gateway.Upstream.Resilience;

/// <summary>Which outcomes of an attempt count for the circuit and for the holds of scopes.</summary>
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

    /// <summary>No answer, or not a whole one. It includes the attempt timeout, for a connection that is silent.</summary>
    public static bool IsNoAnswer(Exception? exception) => exception is TimeoutRejectedException or HttpRequestException or IOException;
}

/// <summary>What the outcome of an attempt says about Cloudflare's side.</summary>
internal enum Verdict
{
    /// <summary>
    /// Nothing: a 4xx, which made-up credentials get from an API that is down for all others, a caller that left, or the gateway's own
    /// limit.
    /// </summary>
    None,

    /// <summary>A 2xx.</summary>
    Success,

    /// <summary>5xx, a failed connection, or no answer in time.</summary>
    Fault,
}
