using Polly;
using Polly.Timeout;

namespace Gateway.Upstream.Resilience;

/// <summary>Predicates for the outcome of an attempt.</summary>
internal static class ResiliencePredicates
{
    /// <summary>
    /// A fault of the server, which every caller would get: 5xx, a failed connection or an attempt timeout. The breaker counts these.
    /// </summary>
    public static bool IsServerFault(this Outcome<HttpResponseMessage> outcome) =>
        IsNoAnswer(outcome.Exception) || (int?)outcome.Result?.StatusCode >= 500;

    /// <summary>A fault that a retry may fix. It includes the attempt timeout, for a connection that is silent.</summary>
    public static bool IsTransient(this Outcome<HttpResponseMessage> outcome) =>
        IsNoAnswer(outcome.Exception) || (int?)outcome.Result?.StatusCode is 408 or 500 or 502 or 503 or 504;

    private static bool IsNoAnswer(Exception? exception) => exception is TimeoutRejectedException or HttpRequestException or IOException;
}
