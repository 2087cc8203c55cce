using Gateway.Caching;

namespace Gateway.Tests.Caching;

/// <summary>The cache without L2.</summary>
public sealed class MemoryCacheTests : CacheBehaviour
{
    private protected override IDistributedTier? Connect(TimeProvider time) => null;
}
