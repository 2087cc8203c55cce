using Gateway.Columns;

namespace Gateway.Radar.Responses;

/// <summary>The data about one authority, as cached and stored.</summary>
internal sealed record CtAuthorityData(
    CtAuthority Authority,
    CtTrustStatus? AppleStatus,
    CtTrustStatus? ChromeStatus,
    CtTrustStatus? MicrosoftStatus,
    CtTrustStatus? MozillaStatus,
    string? AuthorityKeyIdentifier,
    string? SubjectKeyIdentifier,
    string? ValidFrom,
    string? ValidTo,
    IReadOnlyList<CtAuthority> Related)
{
    public long Size => 160
        + Authority.Size
        + MemorySize.Of(AuthorityKeyIdentifier) + MemorySize.Of(SubjectKeyIdentifier) + MemorySize.Of(ValidFrom) + MemorySize.Of(ValidTo)
        + Related.Sum(static one => one.Size);
}
