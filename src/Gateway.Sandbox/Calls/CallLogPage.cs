using System.Text.Json;
using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Calls;

/// <summary><c>GET /sandbox/calls</c> shows the log, <c>DELETE</c> empties it.</summary>
internal static class CallLogPage
{
    public static Task AnswerAsync(HttpContext context)
    {
        var log = context.RequestServices.GetRequiredService<CallLog>();
        if (HttpMethods.IsGet(context.Request.Method))
            return JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, Show(log));

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        if (HttpMethods.IsDelete(context.Request.Method))
        {
            log.Reset();
        }
        else
        {
            context.Response.Headers.Allow = "GET, DELETE";
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        }

        return Task.CompletedTask;
    }

    private static Dictionary<string, object> Show(CallLog log)
    {
        var page = Enum.GetValues<SandboxEndpoint>().ToDictionary(Name, object (endpoint) => log.Count(endpoint));
        page["abandoned"] = log.Abandoned;
        page["inProgress"] = log.InProgress;
        page["mostAtOnce"] = log.MostAtOnce;
        page["last"] = log.Last
            .Select(call => new LoggedCall(Name(call.Endpoint), call.Method, call.Path, call.Query, call.Headers)).ToArray();
        return page;
    }

    private static string Name(SandboxEndpoint endpoint) => JsonNamingPolicy.CamelCase.ConvertName(endpoint.ToString());
}

/// <summary>A call, as the page shows it.</summary>
internal sealed record LoggedCall(
    string Endpoint, string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers);
