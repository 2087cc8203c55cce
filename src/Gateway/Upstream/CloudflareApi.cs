namespace Gateway.Upstream;

/// <summary>One of Cloudflare's APIs: its calls share permits, a breaker and retries, and so its trouble is no other's.</summary>
/// <param name="Name">What metrics, logs and the registry of pipelines know it by.</param>
/// <param name="CredentialHeader">The header with a credential for this API alone.</param>
internal sealed record CloudflareApi(string Name, string CredentialHeader);

/// <summary>A path of an API. Access to one tells nothing of access to another.</summary>
/// <param name="Api">Whose gate its calls pass.</param>
/// <param name="Name">Part of the keys of its answers and leases, so that no two endpoints share one.</param>
/// <param name="Permission">What a credential needs, as Cloudflare's dashboard names it.</param>
internal sealed record CloudflareEndpoint(CloudflareApi Api, string Name, string Permission);
