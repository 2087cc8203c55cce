using Microsoft.Extensions.Options;

namespace Gateway.Hosting;

/// <summary>The <c>GraphQL</c> section of the configuration.</summary>
internal sealed class GraphQLOptions
{
    public const string Section = "GraphQL";

    /// <summary>Whether a browser gets the IDE. Default: everywhere but in Production.</summary>
    public bool? Ide { get; set; }

    /// <summary>Whether anyone can download the schema. Default: everywhere but in Production.</summary>
    public bool? SchemaRequests { get; set; }

    /// <summary>Whether queries may ask for the schema. Default: only in Development.</summary>
    public bool? Introspection { get; set; }

    /// <summary>Whether error messages suggest names of the schema. Default: only in Development.</summary>
    public bool? Suggestions { get; set; }

    /// <summary>The largest body of a POST in bytes: 1 KiB to 16 MiB. Default: 256 KiB.</summary>
    public int MaxRequestBytes { get; set; } = 256 * 1024;

    /// <summary>How many queries are remembered by their hash: 0 (off) to 10 000, each of at most 32 KiB. Default: 256.</summary>
    public int AutomaticPersistedQueries { get; set; } = 256;

    /// <summary>How many documents are kept compiled: 16 to 10 000, each of at most 32 KiB. Default: 256.</summary>
    public int DocumentCache { get; set; } = 256;

    /// <summary>Documents that were agreed on beforehand.</summary>
    public TrustedDocumentsSettings TrustedDocuments { get; } = new();

    /// <summary>Several requests in one POST.</summary>
    public BatchingSettings Batching { get; } = new();

    /// <summary>What a document may ask for.</summary>
    public GraphQLLimits Limits { get; } = new();

    /// <exception cref="OptionsValidationException">A setting is out of its bounds.</exception>
    public static GraphQLOptions Read(IConfiguration configuration)
    {
        var options = configuration.GetSection(Section).Get<GraphQLOptions>() ?? new();
        return GraphQLOptionsValidator.Validate(options) is { Count: > 0 } failures
            ? throw new OptionsValidationException(Section, typeof(GraphQLOptions), failures)
            : options;
    }

    internal sealed class TrustedDocumentsSettings
    {
        /// <summary>
        /// A folder with one file for each, named by its id with <c>.graphql</c> behind it; read at start, and held to the same limits as
        /// any document. Default: none.
        /// </summary>
        public string? Folder { get; set; }

        /// <summary>Whether nothing else runs, which switches automatic persisted queries off as well. Default: false.</summary>
        public bool Only { get; set; }
    }

    internal sealed class BatchingSettings
    {
        /// <summary>Default: false.</summary>
        public bool Enabled { get; set; }

        /// <summary>How many requests: 1 to 1024. Default: 10.</summary>
        public int MaxSize { get; set; } = 10;
    }
}
