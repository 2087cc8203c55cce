namespace Gateway.Spectrum.Responses;

/// <summary>What a response covers. Its times are those of the call, so they are the same for whoever reads the response later.</summary>
/// <param name="AskedAt">When the call was made, on the wall clock. It decides which instants a window stands for.</param>
/// <param name="Start">
/// The start of what was asked for. Without one, Cloudflare takes six hours before its own now, which is at most when it answered.
/// </param>
/// <param name="End">The end of what was asked for, or <paramref name="AskedAt"/> if that was everything up to now.</param>
internal sealed record SpectrumPeriod(DateTimeOffset AskedAt, DateTimeOffset Start, DateTimeOffset End);
