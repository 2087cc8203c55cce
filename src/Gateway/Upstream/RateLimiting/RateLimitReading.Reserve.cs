namespace Gateway.Upstream.RateLimiting;

/// <content>
/// The reserve: the last tenth of a credential's quota, by default, is for callers who wait. While nothing else is left, nothing is
/// refreshed in the background.
/// </content>
internal readonly partial record struct RateLimitReading
{
    /// <summary>
    /// The quota that Cloudflare documents: 1,200 requests in five minutes
    /// (https://developers.cloudflare.com/fundamentals/api/reference/limits/).
    /// </summary>
    private const long DocumentedQuota = 1200;

    private static TimeSpan? ScarcityOf(RateLimitItem[] limits, RateLimitItem[] policies, RateLimitOptions options) => Bound(LongestReset(
        limits.Where(limit => limit.Remaining > 0 && limit.Remaining <= options.Reserve * QuotaOf(limit.Name, policies)), options));

    /// <summary>
    /// The quota of the policy with this name, or else of the first policy: in Cloudflare's own example the two names differ.
    /// </summary>
    private static long QuotaOf(string name, RateLimitItem[] policies) =>
        policies.FirstOrDefault(policy => policy.Name == name && policy.Quota is not null)?.Quota
        ?? policies.Select(static policy => policy.Quota).FirstOrDefault(static quota => quota is not null)
        ?? DocumentedQuota;
}
