namespace Gateway.Radar.Inputs;

/// <summary>
/// One series: its dates, and what is counted. A filter that is left out filters nothing.
/// Since Cloudflare takes filters by position, a filter may be left out of the last series, but not of one before a series that has it.
/// </summary>
public sealed record CtSeriesInput
{
    /// <summary>The name of the series in the answer: unique, and not `meta`. Default: `serie_0` for the first one, and so on.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// The dates up to now: `1d` to `364d` for days, `1w` to `52w` for weeks. With `control` behind it (`7dcontrol`) the window before,
    /// shifted back by whole weeks so that the days of the week line up. Instead of `dateStart` and `dateEnd`.
    /// Several series need dates for each; for one, Cloudflare chooses a default.
    /// </summary>
    public string? DateRange { get; init; }

    /// <summary>Start of the dates, together with `dateEnd`. Cloudflare rounds it down to 15 minutes.</summary>
    public DateTimeOffset? DateStart { get; init; }

    /// <summary>End of the dates, inclusive, together with `dateStart`. Every series must span as long a time as the first one.</summary>
    public DateTimeOffset? DateEnd { get; init; }

    /// <summary>Only certificates of this certificate authority.</summary>
    public string? Ca { get; init; }

    /// <summary>Only certificates of the authorities of this owner.</summary>
    public string? CaOwner { get; init; }

    /// <summary>Only certificates that are valid for so long.</summary>
    public CtDuration? Duration { get; init; }

    /// <summary>Only precertificates, or only certificates. Not together with `tld`.</summary>
    public CtEntryType? EntryType { get; init; }

    /// <summary>Only certificates that have run out, or only those that still hold.</summary>
    public CtExpirationStatus? ExpirationStatus { get; init; }

    /// <summary>Only certificates with IP addresses in their names, or only those without.</summary>
    public bool? HasIps { get; init; }

    /// <summary>Only certificates with wildcards in their names, or only those without.</summary>
    public bool? HasWildcards { get; init; }

    /// <summary>Only this log, by its slug, such as `argon2024`. Not together with `tld`.</summary>
    public string? Log { get; init; }

    /// <summary>Only logs with this interface. Not together with `tld`.</summary>
    public CtLogApi? LogApi { get; init; }

    /// <summary>Only logs of this operator. Not together with `tld`.</summary>
    public string? LogOperator { get; init; }

    /// <summary>Only certificates with a public key of this kind.</summary>
    public CtPublicKeyAlgorithm? PublicKeyAlgorithm { get; init; }

    /// <summary>Only certificates that are signed so.</summary>
    public CtSignatureAlgorithm? SignatureAlgorithm { get; init; }

    /// <summary>
    /// Only certificates for names below this top-level domain, such as `com`.
    /// Not together with `log`, `logApi`, `logOperator` and `entryType`.
    /// </summary>
    public string? Tld { get; init; }

    /// <summary>Whether a certificate that is in several logs counts once.</summary>
    public bool? UniqueEntries { get; init; }

    /// <summary>Only certificates whose holder was validated so.</summary>
    public CtValidationLevel? ValidationLevel { get; init; }
}
