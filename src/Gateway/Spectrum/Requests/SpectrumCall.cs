namespace Gateway.Spectrum.Requests;

/// <summary>What a request asks Cloudflare for at the time of a call.</summary>
/// <param name="PathAndQuery">The percent-encoded path and query relative to the base address, without a leading slash.</param>
/// <param name="Since">The start in UTC. Null only if <paramref name="Until"/> is null too, and then six hours before the call.</param>
/// <param name="Until">The end in UTC. Null means the time of the call.</param>
internal sealed record SpectrumCall(string PathAndQuery, DateTimeOffset? Since, DateTimeOffset? Until);
