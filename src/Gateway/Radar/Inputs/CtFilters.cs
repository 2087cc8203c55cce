namespace Gateway.Radar.Inputs;

// The members have the names that Cloudflare and the schema use, so nothing is translated.

/// <summary>The validity period of a certificate in days. GT means more than, LTE means at most.</summary>
public enum CtDuration
{
    /// <summary>At most 3 days.</summary>
    LTE_3D,

    /// <summary>More than 3 and at most 7 days.</summary>
    GT_3D_LTE_7D,

    /// <summary>More than 7 and at most 10 days.</summary>
    GT_7D_LTE_10D,

    /// <summary>More than 10 and at most 47 days.</summary>
    GT_10D_LTE_47D,

    /// <summary>More than 47 and at most 100 days.</summary>
    GT_47D_LTE_100D,

    /// <summary>More than 100 and at most 200 days.</summary>
    GT_100D_LTE_200D,

    /// <summary>More than 200 days.</summary>
    GT_200D,
}

/// <summary>The kind of a log entry: a certificate, or the precertificate that precedes it.</summary>
public enum CtEntryType
{
    /// <summary>A precertificate, which is submitted before the certificate is issued (RFC 6962, section 3.1).</summary>
    PRECERTIFICATE,

    /// <summary>An issued certificate.</summary>
    CERTIFICATE,
}

/// <summary>Whether a certificate has expired.</summary>
public enum CtExpirationStatus
{
    /// <summary>The certificate has expired.</summary>
    EXPIRED,

    /// <summary>The certificate has not expired.</summary>
    VALID,
}

/// <summary>The API of a Certificate Transparency log.</summary>
public enum CtLogApi
{
    /// <summary>The original API of RFC 6962.</summary>
    RFC6962,

    /// <summary>The static, tiled API (Static CT).</summary>
    STATIC,
}

/// <summary>The algorithm of the public key in a certificate.</summary>
public enum CtPublicKeyAlgorithm
{
    /// <summary>DSA.</summary>
    DSA,

    /// <summary>Elliptic curve DSA.</summary>
    ECDSA,

    /// <summary>RSA.</summary>
    RSA,
}

/// <summary>What the certificate authority validated before it issued a certificate.</summary>
public enum CtValidationLevel
{
    /// <summary>Domain validation (DV): control of the domain.</summary>
    DOMAIN,

    /// <summary>Organization validation (OV): control of the domain, and the organization behind it.</summary>
    ORGANIZATION,

    /// <summary>Extended validation (EV): control of the domain, and the organization by stricter rules.</summary>
    EXTENDED,
}

/// <summary>The signature algorithm of a certificate: the algorithm of the key, then the hash.</summary>
public enum CtSignatureAlgorithm
{
    /// <summary>DSA with SHA-1.</summary>
    DSA_SHA_1,

    /// <summary>DSA with SHA-256.</summary>
    DSA_SHA_256,

    /// <summary>ECDSA with SHA-1.</summary>
    ECDSA_SHA_1,

    /// <summary>ECDSA with SHA-256.</summary>
    ECDSA_SHA_256,

    /// <summary>ECDSA with SHA-384.</summary>
    ECDSA_SHA_384,

    /// <summary>ECDSA with SHA-512.</summary>
    ECDSA_SHA_512,

    /// <summary>RSA-PSS with SHA-256.</summary>
    PSS_SHA_256,

    /// <summary>RSA-PSS with SHA-384.</summary>
    PSS_SHA_384,

    /// <summary>RSA-PSS with SHA-512.</summary>
    PSS_SHA_512,

    /// <summary>RSA (PKCS #1 v1.5) with MD2.</summary>
    RSA_MD2,

    /// <summary>RSA (PKCS #1 v1.5) with MD5.</summary>
    RSA_MD5,

    /// <summary>RSA (PKCS #1 v1.5) with SHA-1.</summary>
    RSA_SHA_1,

    /// <summary>RSA (PKCS #1 v1.5) with SHA-256.</summary>
    RSA_SHA_256,

    /// <summary>RSA (PKCS #1 v1.5) with SHA-384.</summary>
    RSA_SHA_384,

    /// <summary>RSA (PKCS #1 v1.5) with SHA-512.</summary>
    RSA_SHA_512,
}
