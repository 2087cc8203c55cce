namespace Gateway.Radar.Inputs;

/// <summary>
/// One series: its dates and filters. An omitted filter matches everything.
/// </summary>
public sealed record CtSeriesInput
{
    /// <summary>
    /// The name of the series in the answer. It must be unique, and not `meta`. Default: `serie_0` for the first series, `serie_1` for the
    /// second, and so on.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>
    /// A period that ends now: `1d` to `364d` for days, `1w` to `52w` for weeks. Use it instead of `dateStart` and `dateEnd`.
    /// With the suffix `control`, such as `7dcontrol`: the period before, shifted by whole weeks so that weekdays match.
    /// Default: chosen by Cloudflare, for each such series in a call of its own.
    /// </summary>
    public string? DateRange { get; init; }

    /// <summary>Start of the period. Requires `dateEnd`. Rounded down to 15 minutes.</summary>
    public DateTimeOffset? DateStart { get; init; }

    /// <summary>End of the period, inclusive. Requires `dateStart`. Rounded down to 15 minutes.</summary>
    public DateTimeOffset? DateEnd { get; init; }

    /// <summary>Only certificates from this certificate authority.</summary>
    public string? Ca { get; init; }

    /// <summary>Only certificates from the certificate authorities of this owner.</summary>
    public string? CaOwner { get; init; }

    /// <summary>Only certificates with this validity period.</summary>
    public CtDuration? Duration { get; init; }

    /// <summary>Only log entries of this kind. Can't be combined with `tld`.</summary>
    public CtEntryType? EntryType { get; init; }

    /// <summary>Only certificates that have expired, or only certificates that have not.</summary>
    public CtExpirationStatus? ExpirationStatus { get; init; }

    /// <summary>Only certificates with IP addresses in their names (`true`), or only certificates without (`false`).</summary>
    public bool? HasIps { get; init; }

    /// <summary>Only certificates with wildcards in their names (`true`), or only certificates without (`false`).</summary>
    public bool? HasWildcards { get; init; }

    /// <summary>Only entries of this log, by its slug, such as `argon2024`: at most 100 characters. Can't be combined with `tld`.</summary>
    public string? Log { get; init; }

    /// <summary>Only entries of logs with this API. Can't be combined with `tld`.</summary>
    public CtLogApi? LogApi { get; init; }

    /// <summary>Only entries of this operator's logs: at most 100 characters. Can't be combined with `tld`.</summary>
    public string? LogOperator { get; init; }

    /// <summary>Only certificates with this public key algorithm.</summary>
    public CtPublicKeyAlgorithm? PublicKeyAlgorithm { get; init; }

    /// <summary>Only certificates with this signature algorithm.</summary>
    public CtSignatureAlgorithm? SignatureAlgorithm { get; init; }

    /// <summary>
    /// Only certificates for names in this top-level domain, such as `com` or `xn--p1ai`: 2 to 63 lower-case letters, digits and hyphens.
    /// Can't be combined with `log`, `logApi`, `logOperator` or `entryType`.
    /// </summary>
    public string? Tld { get; init; }

    /// <summary>Whether a certificate in several logs is counted only once.</summary>
    public bool? UniqueEntries { get; init; }

    /// <summary>Only certificates with this validation level.</summary>
    public CtValidationLevel? ValidationLevel { get; init; }
}
