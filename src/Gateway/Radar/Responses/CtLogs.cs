namespace Gateway.Radar.Responses;

/// <summary>The Certificate Transparency logs. The data has the licence of `ctTimeseries`.</summary>
public sealed class CtLogs : CtCatalogueAnswer
{
    internal CtLogs(CtCatalogueResponse<CtList<CtLog>> response, Caching.Freshness freshness)
        : base(response.Messages, freshness) =>
        Logs = response.Data.Items;

    /// <summary>All logs, in Cloudflare's order.</summary>
    [ListSize(AssumedSize = 200)]
    public IReadOnlyList<CtLog> Logs { get; }
}
