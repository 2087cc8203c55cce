using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Gateway.GraphQL.AspNetCore.Ide;

/// <summary>The content of <c>bcp-config.json</c>, which the IDE requests when it starts.</summary>
internal sealed record IdeConfiguration(
    bool UseBrowserUrlAsEndpoint, bool DisableTelemetry, string? Title, Dictionary<string, string?[]>? HttpHeaders)
{
    public static Task WriteAsync(HttpContext context, GraphQLToolOptions options)
    {
        var headers = options.HttpHeaders?.ToDictionary(header => header.Key, header => header.Value.ToArray());
        var configuration = new IdeConfiguration(true, options.DisableTelemetry ?? true, options.Title, headers);
        IdeHeaders.Set(context.Response, "/bcp-config.json");
        return context.Response.WriteAsJsonAsync(
            configuration, IdeJson.Default.IdeConfiguration, cancellationToken: context.RequestAborted);
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IdeConfiguration))]
internal sealed partial class IdeJson : JsonSerializerContext;
