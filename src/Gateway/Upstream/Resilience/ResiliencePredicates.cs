using Polly;
using Polly.Timeout;

namespace Gateway.Upstream.Resilience;

/// <summary>Whose fault it is how an attempt ended.</summary>
internal static class ResiliencePredicates
{
    /// <summary>
    /// Cloudflare's own fault, which every caller would run into: 5xx, a connection that fails, an answer that doesn't come in time.
    /// </summary>
    public static bool IsServerFault(this Outcome<HttpResponseMessage> outcome) =>
        IsNoAnswer(outcome.Exception) || (int?)outcome.Result?.StatusCode >= 500;

    /// <summary>What may be over at the next attempt. A connection that stays silent is as good as one that fails.</summary>
    public static bool IsTransient(this Outcome<HttpResponseMessage> outcome) =>
        IsNoAnswer(outcome.Exception) || (int?)outcome.Result?.StatusCode is 408 or 500 or 502 or 503 or 504;

    private static bool IsNoAnswer(Exception? exception) => exception is TimeoutRejectedException or HttpRequestException or IOException;
}
