namespace Gateway.Hosting;

/// <summary>Holds the options to their bounds before anything is built of them.</summary>
internal static class GraphQLOptionsValidator
{
    public static IReadOnlyList<string> Validate(GraphQLOptions options)
    {
        var limits = options.Limits;
        var failures = new List<string>();
        Between(nameof(options.MaxRequestBytes), options.MaxRequestBytes, 1024, 16 * 1024 * 1024);
        Between(nameof(options.AutomaticPersistedQueries), options.AutomaticPersistedQueries, 0, 10_000);
        Between(nameof(options.DocumentCache), options.DocumentCache, 16, 10_000);
        Between("Batching:MaxSize", options.Batching.MaxSize, 1, 1024);
        Between("Limits:Tokens", limits.Tokens, 100, 100_000);
        Between("Limits:Fields", limits.Fields, 10, 10_000);
        Between("Limits:ExpandedFields", limits.ExpandedFields, 10, 100_000);
        Between("Limits:Aliases", limits.Aliases, 1, 10_000);
        Between("Limits:Directives", limits.Directives, 1, 100);
        Between("Limits:Depth", limits.Depth, 1, 100);
        Between("Limits:Nesting", limits.Nesting, 8, 500);
        Between("Limits:OfTypeDepth", limits.OfTypeDepth, 1, 100);
        Between("Limits:IntrospectionDepth", limits.IntrospectionDepth, 1, 10);
        Between("Limits:MergeComparisons", limits.MergeComparisons, 1000, 10_000_000);
        Between("Limits:FieldCost", limits.FieldCost, 1, 1_000_000);
        Between("Limits:TypeCost", limits.TypeCost, 1, 1_000_000);
        if (options.TrustedDocuments is { Only: true, Folder: null or "" })
        {
            failures.Add($"{GraphQLOptions.Section}:TrustedDocuments: where only they are allowed, `Folder` must say where they are.");
        }

        return failures;

        void Between(string key, double value, double least, double most)
        {
            if (!(value >= least && value <= most))
            {
                failures.Add(FormattableString.Invariant($"{GraphQLOptions.Section}:{key}: {value} is not between {least} and {most}."));
            }
        }
    }
}
