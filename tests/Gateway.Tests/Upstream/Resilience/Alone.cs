namespace Gateway.Tests.Upstream.Resilience;

/// <summary>A collection for tests that measure the process or its throughput. No other test runs at the same time.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class Alone;
