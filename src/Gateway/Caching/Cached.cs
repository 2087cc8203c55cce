namespace Gateway.Caching;

/// <summary>A reply, and where it came from.</summary>
internal sealed record Cached<TResponse>(TResponse Reply, Freshness Freshness);
