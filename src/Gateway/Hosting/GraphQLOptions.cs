using Gateway.Settings;
using PolyType;

namespace Gateway.Hosting;

/// <summary>The <c>GraphQL</c> section of the configuration.</summary>
[GenerateShape]
internal sealed partial class GraphQLOptions
{
    public const string Section = "GraphQL";

    /// <summary>Whether browsers get the IDE. Default: everywhere but in Production.</summary>
    public bool? Ide { get; set; }

    /// <summary>Whether browsers get the page at <c>/</c>. Default: only in Development.</summary>
    public bool? Explore { get; set; }

    /// <summary>Whether anyone can download the schema. Default: everywhere but in Production.</summary>
    public bool? SchemaRequests { get; set; }

    /// <summary>Whether queries may ask for the schema. Default: only in Development.</summary>
    public bool? Introspection { get; set; }

    /// <summary>Whether error messages suggest names of the schema. Default: only in Development. HotChocolate suggests none.</summary>
    public bool? Suggestions { get; set; }

    /// <summary>The largest body of a POST in bytes: 1 KiB to 16 MiB. Default: 256 KiB.</summary>
    public int MaxRequestBytes { get; set; } = 256 * 1024;

    /// <summary>How many automatic persisted queries are kept: 0 (off) to 10 000, each of at most 32 KiB. Default: 256.</summary>
    public int AutomaticPersistedQueries { get; set; } = 256;

    /// <summary>
    /// How many compiled documents are cached: 16 to 10 000, each of at most 32 KiB, all in at most 32 MiB of memory. Default: 256.
    /// </summary>
    public int DocumentCache { get; set; } = 256;

    /// <summary>
    /// The version of GraphQL over HTTP that decides on status codes and media types: <c>Draft20260903</c>, <c>Draft20250508</c> or
    /// <c>Legacy</c>. Default: <c>Draft20260903</c>.
    /// </summary>
    public HttpTransportVersion HttpTransport { get; set; }

    /// <summary>Documents that are registered before they run.</summary>
    public TrustedDocumentsSettings TrustedDocuments { get; } = new();

    /// <summary>Several requests in one POST.</summary>
    public BatchingSettings Batching { get; } = new();

    /// <summary>What a document may ask for.</summary>
    public GraphQLLimits Limits { get; } = new();

    /// <summary>
    /// Reads the section while services are registered: which of them the server has depends on it. If it is wrong, the defaults do until
    /// the start is refused.
    /// </summary>
    public static GraphQLOptions Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var options = configuration.ReadSettings<GraphQLOptions>(Section);
        var errors = new SettingErrors(Section, configuration);
        Check(options, errors);
        options = errors.ToResult().Failed ? new() : options;
        options.SetDefaults(environment);
        return options;
    }

    /// <summary>Sets what depends on the environment and has no value.</summary>
    public void SetDefaults(IHostEnvironment environment)
    {
        Ide ??= !environment.IsProduction();
        Explore ??= environment.IsDevelopment();
        SchemaRequests ??= !environment.IsProduction();
        Introspection ??= environment.IsDevelopment();
        Suggestions ??= HasSuggestions && environment.IsDevelopment();
    }

    public static void Check(GraphQLOptions options, SettingErrors errors)
    {
        errors.Between(options.MaxRequestBytes, 1024, 16 * 1024 * 1024);
        errors.Between(options.AutomaticPersistedQueries, 0, 10_000);
        errors.Between(options.DocumentCache, 16, 10_000);
        errors.Between(options.Batching.MaxSize, 1, 1024);
        errors.Between(options.Limits.Tokens, 100, 100_000);
        errors.Between(options.Limits.Values, 100, 100_000);
        errors.Between(options.Limits.Fields, 10, 10_000);
        errors.Between(options.Limits.ExpandedFields, 10, 100_000);
        errors.Between(options.Limits.Aliases, 1, 10_000);
        errors.Between(options.Limits.Directives, 1, 100);
        errors.Between(options.Limits.Depth, 1, 100);
        errors.Between(options.Limits.Nesting, 8, 500);
        errors.Between(options.Limits.OfTypeDepth, 1, 100);
        errors.Between(options.Limits.IntrospectionDepth, 1, 10);
        errors.Between(options.Limits.MergeComparisons, 1000, 10_000_000);
        errors.Between(options.Limits.FieldCost, 1, 1_000_000);
        errors.Between(options.Limits.TypeCost, 1, 1_000_000);
        errors.Between(options.Limits.MaxResponseBytes, 64 * 1024, 1024 * 1024 * 1024);
        if (options.TrustedDocuments is { Only: true, Folder: null or "" })
        {
            errors.Add("Where only they are allowed, `Folder` must say where they are.", nameof(TrustedDocuments));
        }

        if (options.TrustedDocuments.Folder is { Length: > 0 } folder && !Directory.Exists(folder))
        {
            errors.Add($"There is no folder `{folder}`.", "TrustedDocuments:Folder");
        }

        if (options.Suggestions is true && !HasSuggestions)
        {
            errors.Add("HotChocolate suggests no names: leave it out, or set it to `false`.", nameof(Suggestions));
        }
    }

    internal sealed class TrustedDocumentsSettings
    {
        /// <summary>
        /// A folder with documents: one in a file <c>{id}.graphql</c>, and many in a <c>.json</c> file, which is a map of ids to documents
        /// or Apollo's manifest. At most 10 000, of at most 256 KiB each, with the limits of any document. They are read at start, and
        /// again within 5 seconds after a change. Default: none.
        /// </summary>
        public string? Folder { get; set; }

        /// <summary>Whether all other documents are refused, automatic persisted queries included. Default: false.</summary>
        public bool Only { get; set; }
    }

    internal sealed class BatchingSettings
    {
        /// <summary>Whether batches are accepted. Default: false.</summary>
        public bool Enabled { get; set; }

        /// <summary>The most requests of a batch: 1 to 1024. Default: 10.</summary>
        public int MaxSize { get; set; } = 10;
    }
}
