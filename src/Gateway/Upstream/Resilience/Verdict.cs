namespace Gateway.Upstream.Resilience;

/// <summary>What the outcome of an attempt says about Cloudflare's side.</summary>
internal enum Verdict
{
    /// <summary>
    /// Nothing: a 4xx, which made-up credentials get from an API that is down for all others, a caller that left, or the gateway's own limit.
    /// </summary>
    None,

    /// <summary>A 2xx.</summary>
    Success,

    /// <summary>5xx, a failed connection, or no answer in time.</summary>
    Fault,
}
