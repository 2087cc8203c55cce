using Gateway.Caching;

namespace Gateway.Tests.Caching;

/// <summary>The cache in memory alone.</summary>
public sealed class MemoryCacheTests : CacheBehaviour
{
    private protected override IDistributedTier? Connect(TimeProvider time) => null;
}
