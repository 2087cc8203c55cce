using Gateway.Radar.Responses;
using Gateway.Upstream;
using Gateway.Upstream.Json;

namespace Gateway.Radar;

/// <summary>An endpoint that answers with series: how its answers are read, and how the distributed tier stores them.</summary>
internal sealed record CtSeriesEndpoint<TSeries>(
    CloudflareEndpoint Endpoint,
    IResultReader<CtData<TSeries>> Reader,
    Func<CtResponse<TSeries>, byte[]> Encode,
    Func<ReadOnlyMemory<byte>, DateTimeOffset, CtResponse<TSeries>> Decode)
    where TSeries : class, ICtWireSeries;
