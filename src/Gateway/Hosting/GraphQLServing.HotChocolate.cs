using Gateway.Caching;
using Gateway.Columns;

namespace Gateway.Hosting;

internal static partial class GraphQLServing
{
    static partial void AddEngine(IRequestExecutorBuilder server, GraphQLOptions settings, HostingOptions hosting)
    {
        var limits = settings.Limits;
        server.Services.AddSingleton<IResponseMemory>(services => ActivatorUtilities.CreateInstance<ResponseMemory>(services, limits));
        server.Services.AddSingleton<QuotaReport>();
        server
            .BindRuntimeType<DateTimeOffset, InstantType>()
            .AddApplicationService<TimeProvider>()
            .AddApplicationService<QuotaReport>()
            .AddApplicationService<ILoggerFactory>()
            .AddDiagnosticEventListener(static services => new ExceptionLog(services.GetRequiredService<ILoggerFactory>()))
            .AddHttpResponseFormatter(services => new ResponseFormatter(
                settings,
                hosting.WriteTimeout,
                services.GetRequiredService<TimeProvider>(),
                services.GetRequiredService<QuotaReport>()))
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
        ResponseFormatter.AddTo(server);
        StoredDocuments.AddTo(server, settings);
        PagingProvider.AddTo(server);
        ResponseBudget.AddTo(server, limits.MaxResponseBytes);
        DocumentLimits.AddTo(server, limits);
        Prices.AddTo(server);
        GetRequests.AddTo(server);
        CallBudget.AddTo(server);
    }
}
