using Gateway.Columns;

namespace Gateway.Radar.Responses;

/// <summary>A certificate authority: a certificate that signs others.</summary>
/// <param name="Id">What identifies it: the SHA-256 fingerprint, as Cloudflare spells it.</param>
/// <param name="Name">The name. A value for the filter `ca`.</param>
/// <param name="Owner">The owner. A value for the filter `caOwner`, unless it has a comma.</param>
/// <param name="Country">The owner's country, as an ISO 3166-1 alpha-2 code.</param>
/// <param name="CountryName">The name of the country.</param>
/// <param name="CertificateRecordType">Whether it is a root or an intermediate authority.</param>
/// <param name="ParentName">The name of the authority that signed it.</param>
/// <param name="ParentId">The `id` of the authority that signed it.</param>
/// <param name="RevocationStatus">Whether its certificate is revoked.</param>
public sealed record CtAuthority(
    [property: ID] string Id,
    string? Name,
    string? Owner,
    string? Country,
    string? CountryName,
    CtAuthorityRecordType? CertificateRecordType,
    string? ParentName,
    [property: ID] string? ParentId,
    CtRevocationStatus? RevocationStatus)
{
    internal static CtAuthority None { get; } = new("", null, null, null, null, null, null, null, null);

    internal long Size => 120
        + MemorySize.Of(Id) + MemorySize.Of(Name) + MemorySize.Of(Owner) + MemorySize.Of(Country) + MemorySize.Of(CountryName)
        + MemorySize.Of(ParentName) + MemorySize.Of(ParentId);
}

/// <summary>The kind of a certificate authority.</summary>
public enum CtAuthorityRecordType
{
    /// <summary>A root, which signs itself.</summary>
    ROOT_CERTIFICATE,

    /// <summary>An intermediate authority, which another one signed.</summary>
    INTERMEDIATE_CERTIFICATE,

    /// <summary>A value that this gateway does not know yet.</summary>
    UNKNOWN,
}

/// <summary>Whether the certificate of an authority is revoked.</summary>
public enum CtRevocationStatus
{
    /// <summary>It is not.</summary>
    NOT_REVOKED,

    /// <summary>It is.</summary>
    REVOKED,

    /// <summary>The one that signed it is.</summary>
    PARENT_CERT_REVOKED,

    /// <summary>A value that this gateway does not know yet.</summary>
    UNKNOWN,
}
