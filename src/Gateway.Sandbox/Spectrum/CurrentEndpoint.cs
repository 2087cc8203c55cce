using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Spectrum;

/// <summary>
/// <c>GET /zones/{zone_id}/spectrum/analytics/aggregate/current</c>: the last whole minute of <c>bytime</c>'s data. Open connections are
/// those that reported their progress.
/// </summary>
internal static class CurrentEndpoint
{
    private const string Open = "progress";

    public static Task AnswerAsync(HttpContext context, string zone, SandboxOptions options)
    {
        var parameters = new QueryParameters(context.Request.QueryString.Value);
        var apps = parameters.Single("appID")?.Split(',');
        var colo = parameters.Single("colo_name");
        if (colo is { Length: > 3 })
            parameters.Problems.Add("colo_name must have at most 3 letters");
        if (parameters.Problems.Count > 0)
            return ErrorAnswer.SpectrumProblems(parameters.Problems).WriteAsync(context);

        var end = EventsEndpoint.EndOfData(options.Time.GetUtcNow()).ToUnixTimeSeconds() / 60;
        var result = ZoneEvents.Of(EventsEndpoint.SeedOf(context, options), zone)
            .Where(cell => cell["event"] == Open && apps?.Contains(cell["appID"]) is not false)
            .Where(cell => colo is null || cell["coloName"] == colo)
            .GroupBy(cell => cell["appID"], StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (
                Id: group.Key,
                Totals: group.Aggregate(default(EventTotals), (sum, cell) => sum + cell.Before(end) - cell.Before(end - 1))))
            .Where(app => app.Totals.Count > 0)
            .Select(app => new CurrentApp(
                app.Id,
                app.Totals.Value("bytesEgress"),
                app.Totals.Value("bytesIngress"),
                app.Totals.Value("count"),
                app.Totals.Value("durationAvg")));
        return JsonAnswer.WriteAsync(
            context, StatusCodes.Status200OK, new CurrentAnswer(Success: true, Errors: [], Messages: [], result));
    }
}
