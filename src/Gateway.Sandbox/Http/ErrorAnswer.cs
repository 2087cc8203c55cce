using System.Text.Json.Serialization;

namespace Gateway.Sandbox.Http;

/// <summary>One entry of <c>errors</c>.</summary>
internal sealed record ApiMessage(int Code, string Message, [property: JsonPropertyName("error_chain")] ApiMessage[]? Chain = null);

/// <summary>
/// An error response in one of Cloudflare's two envelopes: that of the whole API (<c>result</c> is null), which the layers before the
/// endpoints use, and that of Radar (<c>result</c> is an empty object, no <c>messages</c>).
/// </summary>
internal sealed record ErrorAnswer(int Status, params ApiMessage[] Errors)
{
    private const int SpectrumInput = 1005;
    private const int RadarInput = 2001;

    public bool Radar { get; init; }

    public static ErrorAnswer MissingCredential { get; } = new(400, 9106, "Missing X-Auth-Key, X-Auth-Email or Authorization headers");

    public static ErrorAnswer MalformedAuthorization { get; } = Malformed(6111, "Invalid format for Authorization header");

    public static ErrorAnswer MalformedEmail { get; } = Malformed(6102, "Invalid format for X-Auth-Email header");

    public static ErrorAnswer MalformedKey { get; } = Malformed(6103, "Invalid format for X-Auth-Key header");

    public static ErrorAnswer RadarOverCost { get; } = new(422, 2002, "The query exceeds the maximum cost") { Radar = true };

    public static ErrorAnswer SpectrumIntervalTooFine { get; } = SpectrumProblems(["time_delta is too fine for the range"]);

    // The words that Cloudflare's log API uses, since those of these two endpoints are not published.
    public static ErrorAnswer SpectrumWindowTooLong { get; } = SpectrumProblems(["invalid time range: too long"]);

    public static ErrorAnswer RadarIntervalTooFine { get; } = RadarProblems(["aggInterval is too fine for the date range"]);

    public static ErrorAnswer RadarWindowTooLong { get; } = RadarProblems(["invalid time range: too long"]);

    public ErrorAnswer(int status, int code, string message)
        : this(status, new ApiMessage(code, message))
    {
    }

    public static ErrorAnswer NoRoute(string path) => new(
        404,
        new ApiMessage(7003, $"Could not route to {path}, perhaps your object identifier is invalid?"),
        new ApiMessage(7000, "No route for that URI"));

    public static ErrorAnswer MethodNotAllowed(string method) => new(405, 7001, $"Method {method} not available for that URI");

    public static ErrorAnswer SpectrumProblems(IEnumerable<string> problems) =>
        new(400, [.. problems.Select(problem => new ApiMessage(SpectrumInput, problem))]);

    public static ErrorAnswer RadarProblems(IEnumerable<string> problems) =>
        new(400, [.. problems.Select(problem => new ApiMessage(RadarInput, problem))]) { Radar = true };

    public Task WriteAsync(HttpContext context)
    {
        if (Status == StatusCodes.Status405MethodNotAllowed)
            context.Response.Headers.Allow = HttpMethods.Get;
        // Unlike an object, a dictionary is written with its null members.
        var body = new Dictionary<string, object?> { ["success"] = false, ["errors"] = Errors };
        if (!Radar)
            body["messages"] = Array.Empty<string>();
        body["result"] = Radar ? new Dictionary<string, object?>() : null;
        return JsonAnswer.WriteAsync(context, Status, body);
    }

    private static ErrorAnswer Malformed(int code, string message) =>
        new(400, new ApiMessage(6003, "Invalid request headers", [new(code, message)]));
}
