using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trust.Tests.Attacks;

/// <summary>The requests of honest callers and attackers.</summary>
internal static class Query
{
    /// <summary>Hours long past: what was fetched once stays fresh. Each limit is another question.</summary>
    public static string Spectrum(int zone, int limit) =>
        $"{{ spectrumBytime(zoneId: \"{zone:x32}\", timeDelta: HOUR, since: \"2026-01-01T00:00:00Z\", until: \"2026-01-01T06:00:00Z\", "
        + $"dimensions: [EVENT], limit: {limit}) "
        + "{ rows totals { count } data { points { start count } } freshness { status } } }";

    /// <summary>Days long past. Each authority is another question.</summary>
    public static string Radar(string authority) =>
        $"{{ ctTimeseries(aggInterval: ONE_HOUR, series: [{{ name: \"a\", ca: \"{authority}\", dateStart: \"2026-01-01T00:00:00Z\", "
        + "dateEnd: \"2026-01-02T00:00:00Z\" }]) { series { points { timestamp value } } freshness { status } } }";

    /// <summary>Sends a query with one root field.</summary>
    /// <returns>The status of its data, or the code of its error; what happened if there is no answer.</returns>
    public static async Task<string> AskAsync(HttpClient client, string token, string query, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = JsonContent.Create(new { query }) };
        request.Headers.Add("Authorization", $"Bearer {token}");
        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            return Outcome(JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!);
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or OperationCanceledException)
        {
            return exception.GetType().Name;
        }
    }

    private static string Outcome(JsonNode answer) => answer["errors"] is JsonArray errors
        ? errors[0]!["extensions"]?["code"]?.GetValue<string>() ?? errors[0]!["message"]!.GetValue<string>()
        : answer["data"]?.AsObject().First().Value?["freshness"]?["status"]?.GetValue<string>() ?? "no data";
}
