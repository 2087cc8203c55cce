namespace Gateway.Radar.Inputs;

// The members have the names that Cloudflare and the schema use, so nothing is translated.

/// <summary>
/// What certificates are grouped by. The groups' keys are texts, as Cloudflare spells them: it adds new ones at any time.
/// </summary>
public enum CtDimension
{
    /// <summary>The certificate authority that issued the certificate.</summary>
    CA,

    /// <summary>The owner of the certificate authority.</summary>
    CA_OWNER,

    /// <summary>
    /// The validity period, in days: `gt` means more than, `lte` at most. The periods differ from those of the filter `duration`.
    /// </summary>
    DURATION,

    /// <summary>The kind of the log entry, such as `PRECERTIFICATE`. Can't be combined with the filter `tld`.</summary>
    ENTRY_TYPE,

    /// <summary>Whether the certificate has expired, such as `EXPIRED`.</summary>
    EXPIRATION_STATUS,

    /// <summary>Whether the names include IP addresses: `POSITIVE` or `NEGATIVE`.</summary>
    HAS_IPS,

    /// <summary>Whether the names include wildcards: `POSITIVE` or `NEGATIVE`.</summary>
    HAS_WILDCARDS,

    /// <summary>The log. Can't be combined with the filter `tld`.</summary>
    LOG,

    /// <summary>The API of the log, such as `rfc6962`. Can't be combined with the filter `tld`.</summary>
    LOG_API,

    /// <summary>The operator of the log. Can't be combined with the filter `tld`.</summary>
    LOG_OPERATOR,

    /// <summary>The algorithm of the public key, such as `ECDSA`.</summary>
    PUBLIC_KEY_ALGORITHM,

    /// <summary>The signature algorithm, such as `ECDSA_SHA_256`.</summary>
    SIGNATURE_ALGORITHM,

    /// <summary>
    /// The top-level domain of the names, such as `com`. Can't be combined with the filters `log`, `logApi`, `logOperator` and `entryType`.
    /// </summary>
    TLD,

    /// <summary>The validation level, such as `domain`.</summary>
    VALIDATION_LEVEL,
}
