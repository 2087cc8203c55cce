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
            return JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, json => Write(json, log));

        if (HttpMethods.IsDelete(context.Request.Method))
        {
            log.Reset();
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        context.Response.Headers.Allow = "GET, DELETE";
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    }

    private static void Write(Utf8JsonWriter json, CallLog log)
    {
        json.WriteStartObject();
        foreach (var endpoint in Enum.GetValues<SandboxEndpoint>())
            json.WriteNumber(Name(endpoint), log.Count(endpoint));
        json.WriteNumber("abandoned", log.Abandoned);
        json.WriteNumber("inProgress", log.InProgress);
        json.WriteNumber("mostAtOnce", log.MostAtOnce);
        json.WriteStartArray("last");
        foreach (var call in log.Last)
            Write(json, call);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RecordedCall call)
    {
        json.WriteStartObject();
        json.WriteString("endpoint", Name(call.Endpoint));
        json.WriteString("method", call.Method);
        json.WriteString("path", call.Path);
        json.WriteString("query", call.Query);
        json.WriteStartObject("headers");
        foreach (var (name, value) in call.Headers)
            json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Name(SandboxEndpoint endpoint) => JsonNamingPolicy.CamelCase.ConvertName(endpoint.ToString());
}
