namespace Gateway.Upstream;

/// <summary>One of Cloudflare's APIs. It has its own permits, circuit and retry budget, so its failures do not affect other APIs.</summary>
/// <param name="Name">The name in metrics, logs and the registry of pipelines.</param>
/// <param name="CredentialHeader">The request header for a credential of this API only.</param>
internal sealed record CloudflareApi(string Name, string CredentialHeader);

/// <summary>An endpoint of an API. Each endpoint has leases of its own: access to one implies nothing about another.</summary>
/// <param name="Api">The API, whose gate its calls pass.</param>
/// <param name="Name">The name in keys of entries and leases, unique among all endpoints.</param>
/// <param name="Permission">The permission that a credential needs, as Cloudflare's dashboard names it.</param>
internal sealed record CloudflareEndpoint(CloudflareApi Api, string Name, string Permission);
