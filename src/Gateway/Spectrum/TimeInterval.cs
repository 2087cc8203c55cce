namespace Gateway.Spectrum;

/// <summary>One time interval of an answer.</summary>
/// <param name="Start">When it starts, inclusive.</param>
/// <param name="End">When it ends, as Cloudflare states it: its last moment or the first one after it. Null where it sent none.</param>
public readonly record struct TimeInterval(DateTimeOffset Start, DateTimeOffset? End);
