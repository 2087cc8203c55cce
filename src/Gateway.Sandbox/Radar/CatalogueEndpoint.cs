using System.Globalization;
using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Radar;

/// <summary>
/// <c>GET /radar/ct/authorities</c> and <c>/radar/ct/logs</c>, and what is below them: the names behind filters and groups.
/// </summary>
internal static class CatalogueEndpoint
{
    public static Task AuthoritiesAsync(HttpContext context) =>
        ListAsync(context, Authority.All, static page => new() { CertificateAuthorities = page.Select(Describe) });

    public static Task LogsAsync(HttpContext context) =>
        ListAsync(context, CertificateLog.All, static page => new() { CertificateLogs = page.Select(Describe) });

    public static Task AuthorityAsync(HttpContext context, string slug)
    {
        if (Array.Find(Authority.All, one => one.Fingerprint.Equals(slug, StringComparison.OrdinalIgnoreCase)) is not { } found)
            return NotFoundAsync(context);
        var status = found.Owner == "Litware" ? "REMOVED" : "INCLUDED";
        var details = new AuthorityDetails(Describe(found))
        {
            AppleStatus = status,
            ChromeStatus = status,
            MicrosoftStatus = status,
            MozillaStatus = status,
            AuthorityKeyIdentifier = (ParentOf(found) ?? found).Fingerprint[..40],
            SubjectKeyIdentifier = found.Fingerprint[..40],
            ValidFrom = "2024-03-13",
            ValidTo = "2027-03-12",
            Related = Authority.All.Where(one => one != found && one.Owner == found.Owner)
                .Select(one => new RelatedAuthority(KindOf(one), one.Name, "NOT_REVOKED", one.Fingerprint)),
        };
        return WriteAsync(context, new() { CertificateAuthority = details });
    }

    public static Task LogAsync(HttpContext context, string slug)
    {
        if (Array.Find(CertificateLog.All, one => one.Slug == slug) is not { } found)
            return NotFoundAsync(context);
        var isUsed = found.Weight > 0;
        var details = new LogDetails(Describe(found))
        {
            AvgThroughput = 3360.0 * found.Weight,
            LastUpdate = "2026-01-01T00:00:00Z",
            Performance = isUsed ? new(99.98, 212.5, [new("get-sth", 99.99, 80)]) : null,
            SubmittableCertCount = isUsed ? "1000000" : null,
            SubmittedCertCount = isUsed ? (10_000 * found.Weight).ToString(CultureInfo.InvariantCulture) : null,
            Related = CertificateLog.All.Where(one => one != found && one.Operator == found.Operator)
                .Select(Describe).Select(log => new RelatedLog(log.Description, log.StartInclusive, log.EndExclusive, log.Slug, log.State)),
        };
        return WriteAsync(context, new() { CertificateLog = details });
    }

    private static Task ListAsync<T>(HttpContext context, T[] all, Func<IEnumerable<T>, CatalogueResult> resultOf)
    {
        var query = new QueryParameters(context.Request.QueryString.Value);
        var (limit, offset) = (Number("limit") ?? all.Length, Number("offset") ?? 0);
        return query.Problems.Count > 0
            ? ErrorAnswer.RadarProblems(query.Problems).WriteAsync(context)
            : WriteAsync(context, resultOf(all.Skip(offset).Take(limit)));

        int? Number(string parameter)
        {
            if (query.Single(parameter) is not { } text)
                return null;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return number;
            query.Problems.Add($"{parameter} must be a whole number");
            return null;
        }
    }

    private static Task NotFoundAsync(HttpContext context) =>
        JsonAnswer.WriteAsync(context, StatusCodes.Status404NotFound, new NoSuchItem("Not found"));

    private static Task WriteAsync(HttpContext context, CatalogueResult result) =>
        JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, new CatalogueAnswer(Success: true, Errors: [], result));

    private static Authority? ParentOf(Authority one) => Array.Find(Authority.All, parent => parent.Name == one.Parent);

    private static string KindOf(Authority one) => one.Parent is null ? "ROOT_CERTIFICATE" : "INTERMEDIATE_CERTIFICATE";

    private static AuthorityItem Describe(Authority one) => new(
        KindOf(one),
        one.Country,
        one.CountryName,
        one.Name,
        one.Owner,
        one.Parent ?? "",
        ParentOf(one)?.Fingerprint ?? "",
        "NOT_REVOKED",
        one.Fingerprint);

    private static LogItem Describe(CertificateLog one) => new(
        one.Api,
        $"{one.Operator} '{one.Slug}' log",
        "2026-01-01T00:00:00Z",
        "2026-07-01T00:00:00Z",
        one.Operator,
        one.Slug,
        one.State,
        "2025-06-01T00:00:00Z",
        $"https://{one.Slug}.example.com/");
}
