namespace Gateway.Upstream.Resilience;

/// <summary>Why the gateway rejected a call without sending it. The names are values of the metric's <c>reason</c> tag.</summary>
internal enum Rejection
{
    /// <summary>No permit became free in time, for the credential or for the API.</summary>
    Concurrency,

    /// <summary>The limit of calls per second was reached.</summary>
    Rate,

    /// <summary>The API's circuit is open.</summary>
    Circuit,

    /// <summary>The last calls with the same credential to the same endpoint or zone failed.</summary>
    Scope,

    /// <summary>No memory for the response became free in time.</summary>
    Buffers,

    /// <summary>Waiting inside the gateway left too little of the deadline for Cloudflare to answer.</summary>
    Deadline,
}
