namespace Gateway.Radar.Responses;

/// <summary>Everything about one log. The data has the licence of `ctTimeseries`.</summary>
public sealed class CtLogDetails : CtCatalogueAnswer
{
    private readonly CtLogData _data;

    internal CtLogDetails(CtCatalogueResponse<CtLogData> response, Caching.Freshness freshness)
        : base(response, response.Messages, freshness) =>
        _data = response.Data;

    /// <summary>What identifies it: its slug.</summary>
    [ID]
    public string Id => _data.Log.Id;

    /// <summary>What the list of all logs says about it.</summary>
    public CtLog Log => _data.Log;

    /// <summary>Certificates that it takes in an hour, on average.</summary>
    public double? AvgThroughput => _data.AvgThroughput;

    /// <summary>When Cloudflare last updated this.</summary>
    public DateTimeOffset? LastUpdate => _data.LastUpdate;

    /// <summary>How well it answers. Null if Cloudflare does not measure it.</summary>
    public CtLogPerformance? Performance => _data.Performance;

    /// <summary>The number of certificates that could be submitted to it.</summary>
    public double? SubmittableCertCount => _data.SubmittableCertCount;

    /// <summary>The number of certificates that were submitted to it.</summary>
    public double? SubmittedCertCount => _data.SubmittedCertCount;

    /// <summary>Logs that are related to it. Of them, Cloudflare tells only id, description, state and the two bounds.</summary>
    [ListSize(AssumedSize = 20)]
    public IReadOnlyList<CtLog> Related => _data.Related;
}

/// <summary>How well a log answers.</summary>
/// <param name="Uptime">The part of the time in which it answered, in percent.</param>
/// <param name="ResponseTime">The average time to an answer, in milliseconds.</param>
/// <param name="Endpoints">The same of each endpoint of the log.</param>
public sealed record CtLogPerformance(
    double? Uptime, double? ResponseTime, [property: ListSize(AssumedSize = 7)] IReadOnlyList<CtLogEndpointPerformance> Endpoints);

/// <summary>How well an endpoint of a log answers.</summary>
/// <param name="Endpoint">The endpoint, as Cloudflare spells it, such as `get-sth`.</param>
/// <param name="Uptime">The part of the time in which it answered, in percent.</param>
/// <param name="ResponseTime">The average time to an answer, in milliseconds.</param>
public sealed record CtLogEndpointPerformance(string Endpoint, double? Uptime, double? ResponseTime);
