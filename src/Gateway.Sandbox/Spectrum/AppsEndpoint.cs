using System.Globalization;
using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Spectrum;

/// <summary><c>GET /zones/{zone_id}/spectrum/apps</c>: the applications that the zone's events belong to.</summary>
internal static class AppsEndpoint
{
    private const int DefaultPageSize = 20;
    private const int MaxPageSize = 100;

    private static readonly Dictionary<string, Func<Application, string>> Orders = new()
    {
        ["protocol"] = app => app.Protocol,
        ["app_id"] = app => app.Id,
        ["created_on"] = app => app.CreatedOn,
        ["modified_on"] = app => app.ModifiedOn,
        ["dns"] = app => app.Name,
    };

    public static Task AnswerAsync(HttpContext context, string zone, SandboxOptions options)
    {
        var parameters = new QueryParameters(context.Request.QueryString.Value);
        var page = Number(parameters, "page", int.MaxValue);
        var size = Number(parameters, "per_page", MaxPageSize) ?? DefaultPageSize;
        var direction = parameters.OneOf("direction", ["asc", "desc"], text => text);
        var order = parameters.OneOf("order", [.. Orders.Keys], text => text) ?? "dns";
        if (parameters.Problems.Count > 0)
            return ErrorAnswer.SpectrumProblems(parameters.Problems).WriteAsync(context);

        var seed = EventsEndpoint.SeedOf(context, options);
        var all = Enumerable.Range(0, options.SpectrumApps).Select(index => Application.Of(seed, zone, index));
        var ordered = direction == "desc"
            ? all.OrderByDescending(Orders[order], StringComparer.Ordinal)
            : all.OrderBy(Orders[order], StringComparer.Ordinal);
        // Without a page, the other parameters count for nothing.
        Application[] apps = page is { } number ? [.. ordered.Skip((number - 1) * size).Take(size)] : [.. all];
        AppsPage? info = page is null
            ? null
            : new(apps.Length, page.Value, size, options.SpectrumApps, (options.SpectrumApps + size - 1) / size);
        var answer = new AppsAnswer(Success: true, Errors: [], Messages: [], apps.Select(app => app.ToJson()), info);
        return JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, answer);
    }

    private static int? Number(QueryParameters parameters, string name, int most) => parameters.Single<int?>(
        name,
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most
            ? number
            : null,
        most == int.MaxValue ? "must be a positive integer" : $"must be a positive integer up to {most}");
}
