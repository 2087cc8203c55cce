using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Radar;

/// <summary>
/// <c>GET /radar/ct/timeseries</c>, <c>/radar/ct/timeseries_groups/{dimension}</c> and <c>/radar/ct/summary/{dimension}</c>
/// </summary>
internal static class CertificateEndpoint
{
    private const int MostPoints = 200_000;

    /// <param name="dimension">The last segment of the path; null without groups.</param>
    /// <param name="isSummary">Whether groups are counted over the whole window.</param>
    public static Task AnswerAsync(HttpContext context, SandboxOptions options, string? dimension = null, bool isSummary = false)
    {
        var parameters = new QueryParameters(context.Request.QueryString.Value);
        var now = options.Time.GetUtcNow();
        var known = Array.Find(Dimension.All, one => one.Name.Equals(dimension, StringComparison.OrdinalIgnoreCase));
        if (dimension is not null && known is null)
            parameters.Problems.Add($"dimension must be one of {string.Join(", ", Dimension.All.Select(one => one.Name))}");
        if (CertificateQueryReader.Read(parameters, now, known, isSummary) is not { } query)
            return ErrorAnswer.RadarProblems(parameters.Problems).WriteAsync(context);
        if (query.Series.Length * (query.Series[0].Window.Length / query.AggInterval.Length) > MostPoints)
            return ErrorAnswer.RadarOverCost.WriteAsync(context);

        var report = CertificateReport.Of(query, options.Seed, now);
        return query.Csv
            ? JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, "text/csv; charset=utf-8", CertificateCsv.Write(report))
            : JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, report.ToJson());
    }
}
