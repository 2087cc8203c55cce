namespace Gateway.Radar.Responses;

/// <summary>Everything about one certificate authority. The data has the licence of `ctTimeseries`.</summary>
public sealed class CtAuthorityDetails : CtCatalogueAnswer
{
    private readonly CtAuthorityData _data;

    internal CtAuthorityDetails(CtCatalogueResponse<CtAuthorityData> response, Caching.Freshness freshness)
        : base(response, response.Messages, freshness) =>
        _data = response.Data;

    /// <summary>What identifies it: the SHA-256 fingerprint, as Cloudflare spells it.</summary>
    [ID]
    public string Id => _data.Authority.Id;

    /// <summary>What the list of all authorities says about it.</summary>
    public CtAuthority Authority => _data.Authority;

    /// <summary>Whether Apple's programme trusts it.</summary>
    public CtTrustStatus? AppleStatus => _data.AppleStatus;

    /// <summary>Whether Chrome's programme trusts it.</summary>
    public CtTrustStatus? ChromeStatus => _data.ChromeStatus;

    /// <summary>Whether Microsoft's programme trusts it.</summary>
    public CtTrustStatus? MicrosoftStatus => _data.MicrosoftStatus;

    /// <summary>Whether Mozilla's programme trusts it.</summary>
    public CtTrustStatus? MozillaStatus => _data.MozillaStatus;

    /// <summary>The identifier of the key that signed it (RFC 5280, section 4.2.1.1).</summary>
    public string? AuthorityKeyIdentifier => _data.AuthorityKeyIdentifier;

    /// <summary>The identifier of its own key (RFC 5280, section 4.2.1.2).</summary>
    public string? SubjectKeyIdentifier => _data.SubjectKeyIdentifier;

    /// <summary>The first day of its validity, as written by Cloudflare.</summary>
    public string? ValidFrom => _data.ValidFrom;

    /// <summary>The last day of its validity, as written by Cloudflare.</summary>
    public string? ValidTo => _data.ValidTo;

    /// <summary>Authorities that are related to it. Of them, Cloudflare tells only id, name, kind and revocation.</summary>
    [ListSize(AssumedSize = 20)]
    public IReadOnlyList<CtAuthority> Related => _data.Related;
}

/// <summary>Whether a root programme trusts a certificate authority.</summary>
public enum CtTrustStatus
{
    /// <summary>It is trusted.</summary>
    INCLUDED,

    /// <summary>It will be trusted.</summary>
    NOT_YET_INCLUDED,

    /// <summary>It is not trusted.</summary>
    NOT_INCLUDED,

    /// <summary>Certificates from after a date are not trusted.</summary>
    NOT_BEFORE,

    /// <summary>It was trusted.</summary>
    REMOVED,

    /// <summary>It is disabled.</summary>
    DISABLED,

    /// <summary>It is blocked.</summary>
    BLOCKED,

    /// <summary>A value that this gateway does not know yet.</summary>
    UNKNOWN,
}
