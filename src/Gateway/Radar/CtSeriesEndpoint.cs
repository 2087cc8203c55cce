using Gateway.Caching;
using Gateway.Radar.Responses;
using Gateway.Upstream;
using Gateway.Upstream.Json;

namespace Gateway.Radar;

/// <summary>An endpoint that answers with series: how its answers are read, and how the distributed tier stores them.</summary>
internal sealed record CtSeriesEndpoint<TSeries>(
    CloudflareEndpoint Endpoint,
    IResultReader<CtData<TSeries>> Reader,
    PayloadShape<CtData<TSeries>> Shape)
    where TSeries : class, ICtWireSeries;
