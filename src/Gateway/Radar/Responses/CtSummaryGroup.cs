namespace Gateway.Radar.Responses;

/// <summary>One group of a series: the certificates that have the same value of the dimension.</summary>
/// <param name="Key">
/// The value of the dimension, as Cloudflare spells it. `other` stands for all that are not among the largest ones. Cloudflare adds new
/// values at any time.
/// </param>
/// <param name="Value">
/// The number of certificates in the whole period, unless `meta` has another unit or normalization. Null if there is no value.
/// </param>
public sealed record CtSummaryGroup(string Key, double? Value);
