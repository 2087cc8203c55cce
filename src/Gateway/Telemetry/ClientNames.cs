using System.Collections.Frozen;
using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Gateway.Telemetry;

/// <summary>
/// Tells which client sent a request: its name in the metrics of HTTP, its name and version in the span. Names that are not in the settings
/// are not told, so that no caller makes series of metrics.
/// </summary>
internal static class ClientNames
{
    private const string Name = "gateway.client.name";

    // Those of HotChocolate's clients and of Apollo's.
    private static readonly (string Name, string Version)[] Headers =
        [("GraphQL-Client-Id", "GraphQL-Client-Version"), ("apollographql-client-name", "apollographql-client-version")];

    public static void UseClientNames(this IApplicationBuilder app, IEnumerable<string> allowed)
    {
        var names = allowed.ToFrozenSet(StringComparer.Ordinal);
        app.Use(next => context =>
        {
            foreach (var (name, version) in Headers)
            {
                if (context.Request.Headers.TryGetValue(name, out var value) && value is [{ } client] && names.Contains(client))
                {
                    context.Features.Get<IHttpMetricsTagsFeature>()?.Tags.Add(new(Name, client));
                    Activity.Current?.SetTag(Name, client).SetTag("gateway.client.version", Version(context.Request.Headers[version]));
                    break;
                }
            }

            return next(context);
        });
    }

    /// <summary>A version that looks like one; null for anything else, which may be a credential in the wrong place.</summary>
    private static string? Version(StringValues header) =>
        header is [{ Length: <= 32 } version]
            && Array.TrueForAll(version.Split('.', '-', '+'), static part => part.Length <= 8 && part.All(char.IsAsciiLetterOrDigit))
            ? version
            : null;
}
