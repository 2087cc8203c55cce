namespace Gateway.Hosting;

internal static partial class GraphQLServing
{
    static partial void AddEngine(IRequestExecutorBuilder server, GraphQLOptions settings, HostingOptions hosting)
    {
        var limits = settings.Limits;
        server
            .ModifyParserOptions(options =>
            {
                options.MaxAllowedTokens = limits.Tokens;
                options.MaxAllowedFields = limits.Fields;
                options.MaxAllowedDirectives = limits.Directives;
                options.MaxAllowedRecursionDepth = limits.Nesting;
            })
            .SetMaxAllowedFieldMergeComparisons(limits.MergeComparisons)
            .ModifyOptions(options =>
            {
                options.OperationDocumentCacheSize = settings.DocumentCache;
                options.PreparedOperationCacheSize = settings.DocumentCache;
            });
        if (settings.TrustedDocuments.Folder is { Length: > 0 })
        {
            // Its default pipeline reads no stored documents.
            server.UsePersistedOperationPipeline();
        }
    }
}
