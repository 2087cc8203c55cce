namespace Gateway.Tests.Upstream.Resilience;

/// <summary>Tests that count what the process has, or compare how much it gets done: nothing else runs beside them.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class Alone;
