using Microsoft.AspNetCore.Http;

namespace Gateway.GraphQL.AspNetCore;

/// <summary>Options of the endpoint's IDE, Banana Cake Pop.</summary>
public sealed class GraphQLToolOptions
{
    /// <summary>Whether browsers are redirected to the IDE. Default: true; set it to false for a public endpoint in production.</summary>
    public bool Enable { get; set; } = true;

    /// <summary>The title of the browser's tab. Default: null, for the IDE's own title.</summary>
    public string? Title { get; set; }

    /// <summary>
    /// Headers that a new document starts with. Every browser that opens the IDE gets them, so they must hold no secrets.
    /// Default: null, for none.
    /// </summary>
    public IHeaderDictionary? HttpHeaders { get; set; }

    /// <summary>
    /// Documents that a browser finds in tabs when it opens the IDE for the first time. Every browser gets them, so they must hold no
    /// secrets. Default: none.
    /// </summary>
    public IReadOnlyList<GraphQLToolDocument> Documents { get; set; } = [];

    /// <summary>Whether the IDE sends no telemetry to ChilliCream. Default: true.</summary>
    public bool? DisableTelemetry { get; set; } = true;

    /// <summary>The directory of the IDE's files in the build output.</summary>
    internal string Directory { get; set; } = Path.Combine(AppContext.BaseDirectory, "ide");
}
