using Gateway.Caching;

namespace Gateway.Hosting;

internal static partial class GraphQLServing
{
    static partial void AddEngine(IRequestExecutorBuilder server, GraphQLOptions settings, HostingOptions hosting)
    {
        server.Services.AddOptions<HostingOptions>().Validate(
            static options => options.MaxBufferedBytes is null,
            "Hosting:MaxBufferedBytes: HotChocolate's responses are not counted together: leave it out. `WriteTimeout` bounds them.");
        var limits = settings.Limits;
        server
            .AddApplicationService<TimeProvider>()
            .AddHttpResponseFormatter(services => new ResponseFormatter(
                settings, hosting.WriteTimeout, services.GetRequiredService<TimeProvider>()))
            .ModifyServerOptions(static options =>
            {
                // By default 64 operations run at a time, so those that wait for Cloudflare would hold up all others.
                options.MaxConcurrentExecutions = null;
                options.EnableMultipartRequests = false;
            })
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
                options.EnableSemanticIntrospection = false;
                options.OperationDocumentCacheSize = settings.DocumentCache;
                options.PreparedOperationCacheSize = settings.DocumentCache;
            });
        StoredDocuments.AddTo(server, settings);
        DocumentLimits.AddTo(server, limits);
        CallBudget.AddTo(server);
    }
}
