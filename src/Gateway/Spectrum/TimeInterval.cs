namespace Gateway.Spectrum;

/// <summary>One time interval of an answer.</summary>
/// <param name="Start">When it starts, inclusive.</param>
/// <param name="End">When it ends, as Cloudflare states it: the last moment in it or the first one after it. Null where Cloudflare sent none.</param>
public readonly record struct TimeInterval(DateTimeOffset Start, DateTimeOffset? End);
