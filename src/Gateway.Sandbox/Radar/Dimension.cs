namespace Gateway.Sandbox.Radar;

/// <summary>A dimension to group by.</summary>
/// <param name="Name">The name in the path.</param>
/// <param name="Filter">The filter of the same property.</param>
/// <param name="HasManyValues">Whether the number of groups may be limited. Cloudflare does not document where.</param>
internal sealed record Dimension(string Name, string Filter, bool HasManyValues = false)
{
    public static Dimension[] All { get; } =
    [
        new("CA", "ca", true), new("CA_OWNER", "caOwner", true), new("DURATION", "duration"), new("ENTRY_TYPE", "entryType"),
        new("EXPIRATION_STATUS", "expirationStatus"), new("HAS_IPS", "hasIps"), new("HAS_WILDCARDS", "hasWildcards"),
        new("LOG", "log", true), new("LOG_API", "logApi"), new("LOG_OPERATOR", "logOperator", true),
        new("PUBLIC_KEY_ALGORITHM", "publicKeyAlgorithm"), new("SIGNATURE_ALGORITHM", "signatureAlgorithm", true),
        new("TLD", "tld", true), new("VALIDATION_LEVEL", "validationLevel"),
    ];
}
