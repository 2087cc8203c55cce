using System.Globalization;
using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Radar;

/// <summary>
/// <c>GET /radar/ct/authorities</c> and <c>/radar/ct/logs</c>, and what is below them: the names behind filters and groups.
/// </summary>
internal static class CatalogueEndpoint
{
    public static Task AuthoritiesAsync(HttpContext context) => ListAsync(context, "certificateAuthorities", Authority.All, Describe);

    public static Task LogsAsync(HttpContext context) => ListAsync(context, "certificateLogs", CertificateLog.All, Describe);

    public static Task AuthorityAsync(HttpContext context, string slug)
    {
        if (Array.Find(Authority.All, one => one.Fingerprint.Equals(slug, StringComparison.OrdinalIgnoreCase)) is not { } found)
            return NotFoundAsync(context);
        var details = Describe(found);
        foreach (var programme in (string[])["apple", "chrome", "microsoft", "mozilla"])
            details[programme + "Status"] = found.Owner == "Litware" ? "REMOVED" : "INCLUDED";
        details["authorityKeyIdentifier"] = (ParentOf(found) ?? found).Fingerprint[..40];
        details["subjectKeyIdentifier"] = found.Fingerprint[..40];
        details["validFrom"] = "2024-03-13";
        details["validTo"] = "2027-03-12";
        details["related"] = Authority.All.Where(one => one != found && one.Owner == found.Owner).Select(one => new
        {
            certificateRecordType = KindOf(one), name = one.Name, revocationStatus = "NOT_REVOKED", sha256Fingerprint = one.Fingerprint,
        });
        return WriteAsync(context, "certificateAuthority", details);
    }

    public static Task LogAsync(HttpContext context, string slug)
    {
        if (Array.Find(CertificateLog.All, one => one.Slug == slug) is not { } found)
            return NotFoundAsync(context);
        var details = Describe(found);
        details["avgThroughput"] = 3360.0 * found.Weight;
        details["lastUpdate"] = "2026-01-01T00:00:00Z";
        details["performance"] = found.Weight == 0 ? null : new
        {
            uptime = 99.98,
            responseTime = 212.5,
            endpoints = new[] { new { endpoint = "get-sth", uptime = 99.99, responseTime = 80.0 } },
        };
        details["submittableCertCount"] = found.Weight == 0 ? null : "1000000";
        details["submittedCertCount"] = found.Weight == 0 ? null : (10_000 * found.Weight).ToString(CultureInfo.InvariantCulture);
        details["related"] = CertificateLog.All.Where(one => one != found && one.Operator == found.Operator).Select(Describe);
        return WriteAsync(context, "certificateLog", details);
    }

    private static Task ListAsync<T>(HttpContext context, string name, T[] all, Func<T, Dictionary<string, object?>> describe)
    {
        var query = new QueryParameters(context.Request.QueryString.Value);
        var (limit, offset) = (Number("limit") ?? all.Length, Number("offset") ?? 0);
        return query.Problems.Count > 0
            ? ErrorAnswer.RadarProblems(query.Problems).WriteAsync(context)
            : WriteAsync(context, name, all.Skip(offset).Take(limit).Select(describe));

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

    /// <summary>Unlike other errors, this one has no envelope.</summary>
    private static Task NotFoundAsync(HttpContext context) =>
        JsonAnswer.WriteAsync(context, StatusCodes.Status404NotFound, new { error = "Not found" });

    private static Task WriteAsync(HttpContext context, string name, object value) => JsonAnswer.WriteAsync(
        context,
        StatusCodes.Status200OK,
        new { success = true, errors = Array.Empty<string>(), result = new Dictionary<string, object> { [name] = value } });

    private static Authority? ParentOf(Authority one) => Array.Find(Authority.All, parent => parent.Name == one.Parent);

    private static string KindOf(Authority one) => one.Parent is null ? "ROOT_CERTIFICATE" : "INTERMEDIATE_CERTIFICATE";

    private static Dictionary<string, object?> Describe(Authority one) => new()
    {
        ["certificateRecordType"] = KindOf(one),
        ["country"] = one.Country,
        ["countryName"] = new RegionInfo(one.Country).EnglishName,
        ["name"] = one.Name,
        ["owner"] = one.Owner,
        ["parentName"] = one.Parent ?? "",
        ["parentSha256Fingerprint"] = ParentOf(one)?.Fingerprint ?? "",
        ["revocationStatus"] = "NOT_REVOKED",
        ["sha256Fingerprint"] = one.Fingerprint,
    };

    private static Dictionary<string, object?> Describe(CertificateLog one) => new()
    {
        ["api"] = one.Api,
        ["description"] = $"{one.Operator} '{one.Slug}' log",
        ["startInclusive"] = "2026-01-01T00:00:00Z",
        ["endExclusive"] = "2026-07-01T00:00:00Z",
        ["operator"] = one.Operator,
        ["slug"] = one.Slug,
        ["state"] = one.State,
        ["stateTimestamp"] = "2025-06-01T00:00:00Z",
        ["url"] = $"https://{one.Slug}.example.com/",
    };
}
