using System.Text.Json;

namespace Gateway.Sandbox.Http;

/// <summary>One entry of <c>errors</c>.</summary>
internal sealed record ApiMessage(int Code, string Message, params ApiMessage[] Chain);

/// <summary>
/// A refusal in one of Cloudflare's two envelopes: the API's own (<c>result</c> is null), in which the layers before
/// an endpoint answer for every product, and Radar's (<c>result</c> is an empty object, no <c>messages</c>).
/// </summary>
internal sealed record ErrorAnswer(int Status, params ApiMessage[] Errors)
{
    private const int SpectrumInput = 1005;
    private const int RadarInput = 2001;

    private static readonly ApiMessage InvalidHeaders = new(6003, "Invalid request headers");

    public bool Radar { get; init; }

    public static ErrorAnswer MissingCredential { get; } =
        new(400, new ApiMessage(9106, "Missing X-Auth-Key, X-Auth-Email or Authorization headers"));

    public static ErrorAnswer MalformedAuthorization { get; } = Malformed(6111, "Invalid format for Authorization header");

    public static ErrorAnswer MalformedEmail { get; } = Malformed(6102, "Invalid format for X-Auth-Email header");

    public static ErrorAnswer MalformedKey { get; } = Malformed(6103, "Invalid format for X-Auth-Key header");

    public static ErrorAnswer NoRoute(string path) => new(
        404,
        new ApiMessage(7003, $"Could not route to {path}, perhaps your object identifier is invalid?"),
        new ApiMessage(7000, "No route for that URI"));

    public static ErrorAnswer MethodNotAllowed(string method) =>
        new(405, new ApiMessage(7001, $"Method {method} not available for that URI"));

    public static ErrorAnswer SpectrumProblems(IEnumerable<string> problems) =>
        new(400, [.. problems.Select(p => new ApiMessage(SpectrumInput, p))]);

    public static ErrorAnswer RadarProblems(IEnumerable<string> problems) =>
        new(400, [.. problems.Select(p => new ApiMessage(RadarInput, p))]) { Radar = true };

    public static ErrorAnswer RadarOverCost { get; } =
        new(422, new ApiMessage(2002, "The query exceeds the maximum cost")) { Radar = true };

    public Task WriteAsync(HttpContext context)
    {
        if (Status == StatusCodes.Status405MethodNotAllowed)
            context.Response.Headers.Allow = HttpMethods.Get;
        return JsonAnswer.WriteAsync(context, Status, Write);
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteBoolean("success", false);
        WriteMessages(json, "errors", Errors);
        if (Radar)
        {
            json.WriteStartObject("result");
            json.WriteEndObject();
        }
        else
        {
            WriteMessages(json, "messages", []);
            json.WriteNull("result");
        }

        json.WriteEndObject();
    }

    private static void WriteMessages(Utf8JsonWriter json, string name, ApiMessage[] messages)
    {
        json.WriteStartArray(name);
        foreach (var message in messages)
        {
            json.WriteStartObject();
            json.WriteNumber("code", message.Code);
            json.WriteString("message", message.Message);
            if (message.Chain.Length > 0)
                WriteMessages(json, "error_chain", message.Chain);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static ErrorAnswer Malformed(int code, string message) =>
        new(400, InvalidHeaders with { Chain = [new ApiMessage(code, message)] });
}
