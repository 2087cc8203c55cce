using Gateway.Caching;
using Gateway.Columns;

namespace Gateway.Hosting;

internal static partial class GraphQLServing
{
    static partial void AddEngine(IRequestExecutorBuilder server, GraphQLOptions settings, HostingOptions hosting)
    {
        var limits = settings.Limits;
        server.Services.AddSingleton<IResponseMemory>(services => ActivatorUtilities.CreateInstance<ResponseMemory>(services, limits));
        server.Services.AddSingleton<IOperationGuard, CallBudget>();
        server.Services.AddSingleton<IResponseExtension, QuotaReport>();
        server
            .AddHttpResponseFormatter(new HttpResponseFormatterOptions
            {
                HttpTransportVersion = settings.HttpTransport,
                WriteTimeout = hosting.WriteTimeout,
            })
            .ModifyRequestOptions(options => options.MaxAllowedResponseBytes = limits.MaxResponseBytes)
            .ModifyParserOptions(options => options with
            {
                MaxAllowedTokens = limits.Tokens,
                MaxAllowedFields = limits.Fields,
                MaxAllowedAliases = limits.Aliases,
                MaxAllowedDirectives = limits.Directives,
                MaxAllowedRecursionDepth = limits.Nesting,
            })
            .ModifyRequestOptions(options => options.MaxAllowedVariableValues = limits.Values)
            .ModifyDocumentLimits(options => options with { MaxAllowedExpandedFields = limits.ExpandedFields })
            .ModifyValidationOptions(options => options with
            {
                IncludeSuggestions = settings.Suggestions is true,
                MaxAllowedFieldMergeComparisons = limits.MergeComparisons,
            })
            .SetDocumentCacheSize(settings.DocumentCache)
            .ConfigureSchema(static schema => schema.AddColumnTexts());
        if (settings.TrustedDocuments.Folder is { Length: > 0 } folder)
        {
            server.AddFileSystemOperationDocumentStorage(folder);
        }

        if (settings.AutomaticPersistedQueries > 0)
        {
            server.UseAutomaticPersistedOperationPipeline(settings.AutomaticPersistedQueries);
        }
    }
}
