// The connections of a zone in the last day, and the certificates of two weeks, as lines of text.
//
//     dotnet run traffic.cs                 the documents are sent as text
//     dotnet run traffic.cs -- --trusted    only their ids are sent: a gateway with
//                                           --GraphQL:TrustedDocuments:Folder=src/examples/documents has the text
//
// GATEWAY_URL, CLOUDFLARE_API_TOKEN and CLOUDFLARE_ZONE_ID are those of the gateway's sandbox if they are not set. Ctrl+C stops it.
using System.Net.Http.Json;
using System.Text.Json.Serialization;

const string Name = "Traffic";
var variables = new Variables(Setting("CLOUDFLARE_ZONE_ID", "023e105f4ecef8ad9ca31a8372d0c353"), Window: "24h");
var request = args.Contains("--trusted")
    ? new Request { Id = Name, Variables = variables }
    : new Request { Query = await File.ReadAllTextAsync(Path.Combine(Folder(), "documents", Name + ".graphql")), Variables = variables };

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

using var gateway = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
gateway.DefaultRequestHeaders.Authorization = new("Bearer", Setting("CLOUDFLARE_API_TOKEN", "sandbox-token-for-everything"));
gateway.DefaultRequestHeaders.Accept.Add(new("application/graphql-response+json"));

try
{
    var answer = await AskAsync(attempts: 3);
    Print(answer.Data);
    foreach (var error in answer.Errors ?? [])
    {
        await Console.Error.WriteLineAsync($"{error.Place}: {error.Message} [{error.Extensions?.Code}]\n  {Advice(error.Extensions)}");
    }

    return answer.Errors is null ? 0 : 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    // The gateway notices that the connection is closed, and drops the request.
    await Console.Error.WriteLineAsync("Stopped.");
    return 130;
}
catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
{
    await Console.Error.WriteLineAsync($"No answer from {Endpoint()}: {exception.Message}");
    return 2;
}

// Fields fail one by one, so an answer may have data and errors. It is worth another attempt if all of its errors say when, and soon.
async Task<Response> AskAsync(int attempts)
{
    for (; ; attempts--)
    {
        using var response = await gateway.PostAsJsonAsync(Endpoint(), request, Json.Default.Request, stop.Token);

        // Errors are JSON under any status. Another type comes from a proxy on the way.
        if (response.Content.Headers.ContentType?.MediaType is not ("application/graphql-response+json" or "application/json"))
        {
            throw new HttpRequestException($"{(int)response.StatusCode} {response.ReasonPhrase}");
        }

        var answer = (await response.Content.ReadFromJsonAsync(Json.Default.Response, stop.Token))!;
        var waits = answer.Errors?.Select(error => error.Extensions?.RetryAfterSeconds) ?? [null];
        if (attempts == 1 || waits.Contains(null) || waits.Max() > 30)
        {
            return answer;
        }

        var seconds = waits.Max()!.Value;
        await Console.Error.WriteLineAsync($"{answer.Errors![0].Extensions!.Code}: again in {seconds} s.");
        await Task.Delay(TimeSpan.FromSeconds(seconds), stop.Token);
    }
}

static string Advice(Extensions? error) => error?.Code switch
{
    "UNAUTHENTICATED" => "Set CLOUDFLARE_API_TOKEN to a token that Cloudflare accepts.",
    "FORBIDDEN" when error.Permission is { } permission => $"The token needs the permission {permission}.",
    "NOT_FOUND" => "Set CLOUDFLARE_ZONE_ID to the id of a zone that the token may read.",
    "BAD_USER_INPUT" => $"Change the argument `{error.Argument}`.",
    "UPSTREAM_REJECTED" when error.Suggestion is { } value => $"Try `{error.Argument}: {value}`.",
    { } when error?.RetryAfterSeconds is { } seconds => $"Try again in {seconds} s.",
    _ => "The gateway's docs/errors.md says what each code means.",
};

static void Print(Data? data)
{
    if (data?.SpectrumBytime is { } traffic)
    {
        Console.WriteLine($"Connections by event, the last 24 hours ({traffic.Freshness})");
        foreach (var row in traffic.Data)
        {
            // The last hour is still running, and would look like a crash.
            Console.WriteLine($"  {row.Dimensions.Event,-15} {row.Totals.Count,12:N0}  {Line(row.Values[..traffic.CompleteIntervals])}");
        }
    }

    if (data?.CtTimeseries is { } certificates)
    {
        Console.WriteLine($"Certificates by day ({certificates.Freshness}; source: Cloudflare Radar, CC BY-NC 4.0)");
        foreach (var series in certificates.Series)
        {
            var values = series.Values[..series.CompletePoints];
            Console.WriteLine($"  {series.Name,-15} {values.Sum(),12:N0}  {Line(values)}");
        }
    }
}

static string Line(double?[] values)
{
    var most = Math.Max(values.Max() ?? 0, 1);
    return string.Concat(values.Select(value => value is { } number ? "▁▂▃▄▅▆▇█"[(int)(number / most * 7)] : ' '));
}

static string Endpoint() => Setting("GATEWAY_URL", "http://localhost:8080/graphql");

static string Setting(string name, string otherwise) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : otherwise;

static string Folder() => (string?)AppContext.GetData("EntryPointFileDirectoryPath") ?? ".";

record Variables(string Zone, string Window);

record Request
{
    public string? Id { get; init; }

    public string? Query { get; init; }

    public required Variables Variables { get; init; }
}

record Response(Data? Data, Error[]? Errors);

record Error(string Message, object[]? Path, Extensions? Extensions)
{
    // A request that is refused as a whole has no path.
    public string Place => Path is [var root, ..] ? $"{root}" : "The request";
}

record Extensions(string? Code, double? RetryAfterSeconds, string? Permission, string? Argument, string? Suggestion);

record Data(Spectrum? SpectrumBytime, Certificates? CtTimeseries);

record Spectrum(int CompleteIntervals, Row[] Data, Freshness Freshness);

record Row(Dimensions Dimensions, Totals Totals, double?[] Values);

record Dimensions(string? Event);

record Totals(double? Count);

record Certificates(Series[] Series, Freshness Freshness);

record Series(string Name, int CompletePoints, double?[] Values);

record Freshness(string Status, double AgeSeconds)
{
    public override string ToString() => $"{Status}, {AgeSeconds:0} s old";
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Request))]
[JsonSerializable(typeof(Response))]
partial class Json : JsonSerializerContext;
