using System.Text.Json.Serialization;

namespace Gateway.Sandbox.Radar;

/// <summary>The JSON of a response without series: Radar's envelope.</summary>
internal sealed record CatalogueAnswer(bool Success, string[] Errors, CatalogueResult Result);

/// <summary>A result. It has one of the members.</summary>
internal sealed record CatalogueResult
{
    public IEnumerable<AuthorityItem>? CertificateAuthorities { get; init; }

    public AuthorityDetails? CertificateAuthority { get; init; }

    public IEnumerable<LogItem>? CertificateLogs { get; init; }

    public LogDetails? CertificateLog { get; init; }
}

/// <summary>The answer for an unknown item. Unlike other errors, it has no envelope.</summary>
internal sealed record NoSuchItem(string Error);

internal record AuthorityItem(
    string CertificateRecordType,
    string Country,
    string CountryName,
    string Name,
    string Owner,
    string ParentName,
    string ParentSha256Fingerprint,
    string RevocationStatus,
    string Sha256Fingerprint);

internal sealed record AuthorityDetails : AuthorityItem
{
    public AuthorityDetails(AuthorityItem item)
        : base(item)
    {
    }

    public required string AppleStatus { get; init; }

    public required string ChromeStatus { get; init; }

    public required string MicrosoftStatus { get; init; }

    public required string MozillaStatus { get; init; }

    public required string AuthorityKeyIdentifier { get; init; }

    public required string SubjectKeyIdentifier { get; init; }

    public required string ValidFrom { get; init; }

    public required string ValidTo { get; init; }

    public required IEnumerable<RelatedAuthority> Related { get; init; }
}

internal sealed record RelatedAuthority(string CertificateRecordType, string Name, string RevocationStatus, string Sha256Fingerprint);

internal record LogItem(
    string Api,
    string Description,
    string StartInclusive,
    string EndExclusive,
    string Operator,
    string Slug,
    string State,
    string StateTimestamp,
    string Url);

/// <summary>Everything about a log. What is unknown is null, not omitted.</summary>
internal sealed record LogDetails : LogItem
{
    public LogDetails(LogItem item)
        : base(item)
    {
    }

    public required double AvgThroughput { get; init; }

    public required string LastUpdate { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required LogPerformance? Performance { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? SubmittableCertCount { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? SubmittedCertCount { get; init; }

    public required IEnumerable<RelatedLog> Related { get; init; }
}

internal sealed record RelatedLog(string Description, string StartInclusive, string EndExclusive, string Slug, string State);

internal sealed record LogPerformance(double Uptime, double ResponseTime, EndpointPerformance[] Endpoints);

internal sealed record EndpointPerformance(string Endpoint, double Uptime, double ResponseTime);
