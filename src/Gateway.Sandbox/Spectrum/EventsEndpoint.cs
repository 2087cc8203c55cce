using Gateway.Sandbox.Credentials;
using Gateway.Sandbox.Data;
using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Spectrum;

/// <summary><c>GET /zones/{zone_id}/spectrum/analytics/events/bytime</c>, or <c>summary</c>, which has no intervals.</summary>
internal static class EventsEndpoint
{
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(60);

    public static Task AnswerAsync(HttpContext context, string zone, bool hasIntervals, SandboxOptions options)
    {
        var parameters = new QueryParameters(context.Request.QueryString.Value);
        var now = options.Time.GetUtcNow();
        if (BytimeQueryReader.Read(parameters, hasIntervals, now) is not { } query)
            return ErrorAnswer.SpectrumProblems(parameters.Problems).WriteAsync(context);

        var complete = EndOfData(now);
        var report = BytimeReport.Of(query, ZoneEvents.Of(SeedOf(context, options), zone), complete);
        return JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, report.ToJson(Math.Floor((now - complete).TotalSeconds)));
    }

    /// <summary>Up to when the zone's events are known: whole minutes, with a lag.</summary>
    public static DateTimeOffset EndOfData(DateTimeOffset now) => Round.Down(now - Lag, TimeSpan.FromMinutes(1));

    /// <summary>The seed of the data that the credential of a call gets.</summary>
    public static ulong SeedOf(HttpContext context, SandboxOptions options) =>
        context.Features.Get<Canary>()?.Mark(options.Seed) ?? options.Seed;
}
