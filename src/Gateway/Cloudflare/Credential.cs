namespace Gateway.Cloudflare;

/// <summary>A caller's own Cloudflare credential: a token, or an e-mail address with a global key.</summary>
internal sealed class Credential
{
    /// <summary>Reads the credential that a request carries for an endpoint, and refuses what is not exactly one well-formed one.</summary>
    public static Result<Credential> Read(IHeaderDictionary headers, CloudflareEndpoint endpoint) => throw new NotImplementedException();
}
