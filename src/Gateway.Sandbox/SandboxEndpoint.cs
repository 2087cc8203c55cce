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

    /// <summary><c>GET /radar/ct/timeseries_groups/{dimension}</c></summary>
    CtTimeseriesGroups,

    /// <summary><c>GET /radar/ct/summary/{dimension}</c></summary>
    CtSummary,

    /// <summary><c>GET /radar/ct/authorities</c></summary>
    CtAuthorities,

    /// <summary><c>GET /radar/ct/authorities/{ca_slug}</c></summary>
    CtAuthority,

    /// <summary><c>GET /radar/ct/logs</c></summary>
    CtLogs,

    /// <summary><c>GET /radar/ct/logs/{log_slug}</c></summary>
    CtLog,

    /// <summary>Any other path under <c>/client/v4</c>: answered with 404, and counted.</summary>
    Other,
}
