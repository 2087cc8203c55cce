namespace Gateway.Sandbox;

/// <summary>The endpoints that the sandbox simulates.</summary>
public enum SandboxEndpoint
{
    /// <summary><c>GET /zones/{zone_id}/spectrum/analytics/events/bytime</c></summary>
    Bytime,

    /// <summary><c>GET /radar/ct/timeseries</c></summary>
    CtTimeseries,

    /// <summary><c>GET /zones/{zone_id}/spectrum/analytics/events/summary</c></summary>
    SpectrumSummary,

    /// <summary><c>GET /zones/{zone_id}/spectrum/analytics/aggregate/current</c></summary>
    SpectrumCurrent,

    /// <summary><c>GET /zones/{zone_id}/spectrum/apps</c></summary>
    SpectrumApps,

    /// <summary>Any other path under <c>/client/v4</c>: answered with 404, and counted.</summary>
    Other,
}
