using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Spectrum;

/// <summary><c>GET /zones/{zone_id}/spectrum/analytics/events/bytime</c></summary>
internal sealed class BytimeEndpoint(SandboxOptions options)
{
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(60);

    public Task AnswerAsync(HttpContext context, string zone)
    {
        var parameters = new QueryParameters(context.Request.QueryString.Value);
        var now = options.Time.GetUtcNow();
        if (BytimeQueryReader.Read(parameters, now) is not { } query)
            return ErrorAnswer.SpectrumProblems(parameters.Problems).WriteAsync(context);

        var complete = Buckets.Floor(TimeDelta.Minute, now - Lag);
        var report = BytimeReport.Of(query, ZoneEvents.Of(options.Seed, zone), complete);
        var lag = Math.Floor((now - complete).TotalSeconds);
        return JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, json => BytimeWriter.Write(json, report, lag));
    }
}
