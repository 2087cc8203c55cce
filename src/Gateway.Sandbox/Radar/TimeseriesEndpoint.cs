using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Radar;

/// <summary><c>GET /radar/ct/timeseries</c></summary>
internal static class TimeseriesEndpoint
{
    private const int MostPoints = 200_000;

    public static Task AnswerAsync(HttpContext context, SandboxOptions options)
    {
        var parameters = new QueryParameters(context.Request.QueryString.Value);
        var now = options.Time.GetUtcNow();
        if (TimeseriesQueryReader.Read(parameters, now) is not { } query)
            return ErrorAnswer.RadarProblems(parameters.Problems).WriteAsync(context);
        if (query.Series.Length * (query.Series[0].Window.Length / query.AggInterval.Length) > MostPoints)
            return ErrorAnswer.RadarOverCost.WriteAsync(context);

        var report = TimeseriesReport.Of(query, options.Seed, now);
        return query.Csv
            ? JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, "text/csv; charset=utf-8", TimeseriesCsv.Write(report))
            : JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, report.ToJson());
    }
}
