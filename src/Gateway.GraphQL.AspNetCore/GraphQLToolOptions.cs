using Microsoft.AspNetCore.Http;

namespace Gateway.GraphQL.AspNetCore;

/// <summary>The IDE beside the endpoint, Banana Cake Pop.</summary>
public sealed class GraphQLToolOptions
{
    /// <summary>Whether a browser is sent to the IDE. Default: true; a public endpoint in production should say false.</summary>
    public bool Enable { get; set; } = true;

    /// <summary>The title of the browser's tab; null leaves the IDE's own. Default: null.</summary>
    public string? Title { get; set; }

    /// <summary>
    /// Headers that a new document starts with. They are handed to every browser that opens the IDE: no secrets.
    /// Default: null, none.
    /// </summary>
    public IHeaderDictionary? HttpHeaders { get; set; }

    /// <summary>Whether the IDE keeps from reporting its use to its maker. Default: true.</summary>
    public bool? DisableTelemetry { get; set; } = true;

    /// <summary>Where the build put the IDE's files.</summary>
    internal string Directory { get; set; } = Path.Combine(AppContext.BaseDirectory, "ide");
}
