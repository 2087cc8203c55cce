using Gateway.Caching;
using Gateway.Upstream;
using Gateway.Upstream.RateLimiting;

namespace Gateway.Hosting;

/// <summary>
/// Tells who asks by <c>GraphQL-Quota: report</c> what Cloudflare has left for their own credential, as its last answer to a call of this
/// replica said: by API, since each may have a credential of its own. It makes no call.
/// </summary>
internal sealed class QuotaReport(IEnumerable<CloudflareApi> apis, FingerprintCache fingerprints, RateLimits limits, TimeProvider time)
    : IResponseExtension
{
    public const string Header = "GraphQL-Quota";

    private readonly CloudflareApi[] _apis = [.. apis];

    public string Name => "quota";

    public object? ValueFor(object? state)
    {
        var headers = ((HttpContext)state!).Request.Headers;
        return headers.TryGetValue(Header, out var asked) && asked is [{ } one] && one.Equals("report", StringComparison.OrdinalIgnoreCase)
            ? Report(headers)
            : null;
    }

    private Dictionary<string, object?> Report(IHeaderDictionary headers)
    {
        var (report, now) = (new Dictionary<string, object?>(), time.GetUtcNow());
        foreach (var api in _apis)
        {
            if (CredentialReader.Read(headers, api).IsSuccess(out var credential, out _)
                && limits.Quota(fingerprints.Identify(credential), now) is { } quota)
            {
                report[api.Name] = new Dictionary<string, object?>
                {
                    ["remaining"] = quota.Remaining,
                    ["resetSeconds"] = (int)Math.Ceiling((quota.ResetAt - now).TotalSeconds),
                    ["ageSeconds"] = (int)(now - quota.ReadAt).TotalSeconds,
                };
            }
        }

        return report;
    }
}
