using System.Text;
using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Radar;

/// <summary><c>GET /radar/ct/timeseries</c></summary>
internal sealed class TimeseriesEndpoint(SandboxOptions options)
{
    private const int MostPoints = 200_000;

    public Task AnswerAsync(HttpContext context)
    {
        var parameters = new QueryParameters(context.Request.QueryString.Value);
        var now = options.Time.GetUtcNow();
        if (TimeseriesQueryReader.Read(parameters, now) is not { } query)
            return ErrorAnswer.RadarProblems(parameters.Problems).WriteAsync(context);
        if (query.Series.Count * (query.Series[0].Window.Length / AggIntervals.Length(query.AggInterval)) > MostPoints)
            return ErrorAnswer.RadarOverCost.WriteAsync(context);

        var report = TimeseriesReport.Of(query, options.Seed, now);
        return query.Csv
            ? WriteCsvAsync(context, TimeseriesCsv.Write(report))
            : JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, json => TimeseriesWriter.Write(json, report));
    }

    private static async Task WriteCsvAsync(HttpContext context, string csv)
    {
        var body = Encoding.UTF8.GetBytes(csv);
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
