using Gateway.Caching;
using Gateway.Upstream;
using Gateway.Upstream.Json;

namespace Gateway.Radar;

/// <summary>An endpoint without series: how its answers are read, and how the distributed tier stores them.</summary>
internal sealed record CtCatalogue<TData>(
    CloudflareEndpoint Endpoint,
    IResultReader<TData> Reader,
    Func<TData, long> SizeOf,
    PayloadShape<TData> Shape)
    where TData : class
{
    /// <summary>How the pages of a list are put together; null for an endpoint without pages.</summary>
    public CtPages<TData>? Pages { get; init; }
}

/// <summary>How the pages of a list are put together.</summary>
/// <param name="Most">The most pages that are asked for.</param>
internal sealed record CtPages<TData>(int Most, Func<TData, int> CountOf, Func<TData, TData, TData> Join)
{
    /// <summary>The number of items that a page may have. Cloudflare publishes no bound.</summary>
    public const int Size = 1000;
}
