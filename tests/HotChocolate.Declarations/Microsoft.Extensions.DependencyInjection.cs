using HotChocolate;
using HotChocolate.AspNetCore;
using HotChocolate.AspNetCore.Formatters;
using HotChocolate.Configuration;
using HotChocolate.CostAnalysis;
using HotChocolate.Execution;
using HotChocolate.Execution.Configuration;
using HotChocolate.Execution.Options;
using HotChocolate.Language;
using HotChocolate.Types;
using HotChocolate.Types.Descriptors;
using HotChocolate.Types.Pagination;
using HotChocolate.Validation;
using HotChocolate.Validation.Options;

namespace Microsoft.Extensions.DependencyInjection;

public static class HotChocolateAspNetCoreServiceCollectionExtensions
{
    public static IRequestExecutorBuilder ModifyServerOptions(
        this IRequestExecutorBuilder builder, Action<GraphQLServerOptions> configure) =>
        throw null!;

    public static IRequestExecutorBuilder AddHttpResponseFormatter<T>(this IRequestExecutorBuilder builder)
        where T : class, IHttpResponseFormatter =>
        throw null!;

    public static IRequestExecutorBuilder AddHttpResponseFormatter<T>(
        this IRequestExecutorBuilder builder, Func<IServiceProvider, T> factory)
        where T : class, IHttpResponseFormatter =>
        throw null!;

    public static IRequestExecutorBuilder AddGraphQLServer(
        this IServiceCollection services,
        string? schemaName = null,
        int maxAllowedRequestSize = 20 * 1000 * 1024,
        bool disableDefaultSecurity = false) =>
        throw null!;

    public static IRequestExecutorBuilder AddGraphQLServer(
        this IRequestExecutorBuilder builder, string? schemaName = null, bool disableDefaultSecurity = false) =>
        throw null!;
}

public static class SchemaRequestExecutorBuilderExtensions
{
    public static IRequestExecutorBuilder AddConvention<T>(this IRequestExecutorBuilder builder, Type type, string? scope = null) =>
        throw null!;

    public static IRequestExecutorBuilder AddConvention<T>(
        this IRequestExecutorBuilder builder, Func<IServiceProvider, IConvention> conventionFactory, string? scope = null) =>
        throw null!;

    public static IRequestExecutorBuilder TryAddTypeInterceptor<T>(
        this IRequestExecutorBuilder builder, Func<IServiceProvider, T>? factory = null)
        where T : TypeInterceptor =>
        throw null!;

    public static IRequestExecutorBuilder ModifyOptions(this IRequestExecutorBuilder builder, Action<SchemaOptions> configure) =>
        throw null!;

    public static IRequestExecutorBuilder AddQueryType(this IRequestExecutorBuilder builder) => throw null!;

    public static IRequestExecutorBuilder AddQueryType(this IRequestExecutorBuilder builder, Action<IObjectTypeDescriptor> configure) =>
        throw null!;

    public static IRequestExecutorBuilder AddQueryType<T>(
        this IRequestExecutorBuilder builder, Action<IObjectTypeDescriptor<T>> configure) =>
        throw null!;

    public static IRequestExecutorBuilder AddQueryType(this IRequestExecutorBuilder builder, Type queryType) => throw null!;

    public static IRequestExecutorBuilder AddQueryType(this IRequestExecutorBuilder builder, ObjectType queryType) => throw null!;

    public static IRequestExecutorBuilder AddQueryType<TQuery>(this IRequestExecutorBuilder builder)
        where TQuery : class =>
        throw null!;

    public static IRequestExecutorBuilder BindRuntimeType<TRuntimeType, TSchemaType>(this IRequestExecutorBuilder builder)
        where TSchemaType : ITypeDefinition =>
        throw null!;

    public static IRequestExecutorBuilder BindRuntimeType(this IRequestExecutorBuilder builder, Type runtimeType, Type schemaType) =>
        throw null!;

    public static IRequestExecutorBuilder BindRuntimeType<TRuntimeType>(this IRequestExecutorBuilder builder, string? typeName = null) =>
        throw null!;

    public static IRequestExecutorBuilder BindRuntimeType(
        this IRequestExecutorBuilder builder, Type runtimeType, string? typeName = null) =>
        throw null!;

    public static IRequestExecutorBuilder AddTypes(this IRequestExecutorBuilder builder, params Type[] types) => throw null!;

    public static IRequestExecutorBuilder AddTypes(this IRequestExecutorBuilder builder, params ITypeDefinition[] types) => throw null!;
}

public static class RequestExecutorBuilderExtensions
{
    public static IRequestExecutorBuilder ModifyRequestOptions(
        this IRequestExecutorBuilder builder, Action<RequestExecutorOptions> configure) =>
        throw null!;

    public static IRequestExecutorBuilder ModifyRequestOptions(
        this IRequestExecutorBuilder builder, Action<IServiceProvider, RequestExecutorOptions> configure) =>
        throw null!;

    public static IRequestExecutorBuilder ModifyParserOptions(
        this IRequestExecutorBuilder builder, Action<RequestParserOptions> configure) =>
        throw null!;

    public static IRequestExecutorBuilder AddMaxExecutionDepthRule(
        this IRequestExecutorBuilder builder,
        int maxAllowedExecutionDepth,
        bool skipIntrospectionFields = false,
        bool allowRequestOverrides = false,
        Func<IServiceProvider, ValidationOptions, bool>? isEnabled = null) =>
        throw null!;

    public static IRequestExecutorBuilder DisableIntrospection(this IRequestExecutorBuilder builder, bool disable = true) => throw null!;

    public static IRequestExecutorBuilder DisableIntrospection(
        this IRequestExecutorBuilder builder, Func<IServiceProvider, ValidationOptions, bool> disable) =>
        throw null!;

    public static IRequestExecutorBuilder SetIntrospectionAllowedDepth(
        this IRequestExecutorBuilder builder, ushort maxAllowedOfTypeDepth, ushort maxAllowedListRecursiveDepth) =>
        throw null!;

    public static IRequestExecutorBuilder SetMaxAllowedFieldMergeComparisons(
        this IRequestExecutorBuilder builder, int maxAllowedFieldMergeComparisons) =>
        throw null!;

    public static IRequestExecutorBuilder UsePersistedOperationPipeline(this IRequestExecutorBuilder builder) => throw null!;

    public static IRequestExecutorBuilder UseAutomaticPersistedOperationPipeline(this IRequestExecutorBuilder builder) => throw null!;

    public static IRequestExecutorBuilder AddWarmupTask(
        this IRequestExecutorBuilder builder,
        Func<IRequestExecutor, CancellationToken, Task> warmupFunc,
        Func<IServiceProvider, bool>? skipIf = null) =>
        throw null!;

    public static IRequestExecutorBuilder UseRequest(
        this IRequestExecutorBuilder builder,
        RequestMiddleware middleware,
        string? key = null,
        string? before = null,
        string? after = null,
        bool allowMultiple = false) =>
        throw null!;

    public static IRequestExecutorBuilder AddValidationRule<T>(this IRequestExecutorBuilder builder)
        where T : class, IDocumentValidatorRule, new() =>
        throw null!;

    public static IRequestExecutorBuilder AddValidationRule<T>(
        this IRequestExecutorBuilder builder, Func<IServiceProvider, ValidationOptions, T> factory)
        where T : class, IDocumentValidatorRule =>
        throw null!;

    public static IRequestExecutorBuilder ConfigureSchemaServices(
        this IRequestExecutorBuilder builder, Action<IServiceCollection> configureServices) =>
        throw null!;

    public static IRequestExecutorBuilder ConfigureSchemaServices(
        this IRequestExecutorBuilder builder, Action<IServiceProvider, IServiceCollection> configureServices) =>
        throw null!;

    public static IRequestExecutorBuilder AddDiagnosticEventListener<T>(this IRequestExecutorBuilder builder)
        where T : class =>
        throw null!;

    public static IRequestExecutorBuilder AddDiagnosticEventListener<T>(
        this IRequestExecutorBuilder builder, Func<IServiceProvider, T> factory)
        where T : class =>
        throw null!;

    public static IRequestExecutorBuilder AddApplicationService<TService>(this IRequestExecutorBuilder builder)
        where TService : class =>
        throw null!;

    public static IRequestExecutorBuilder AddSha256DocumentHashProvider(
        this IRequestExecutorBuilder builder, HashFormat format = HashFormat.Base64) =>
        throw null!;
}

public static class CursorPagingRequestExecutorBuilderExtension
{
    public static IRequestExecutorBuilder AddCursorPagingProvider<TProvider>(
        this IRequestExecutorBuilder builder, string? providerName = null, bool defaultProvider = false)
        where TProvider : CursorPagingProvider =>
        throw null!;

    public static IRequestExecutorBuilder AddCursorPagingProvider<TProvider>(
        this IRequestExecutorBuilder builder,
        Func<IServiceProvider, TProvider> factory,
        string? providerName = null,
        bool defaultProvider = false)
        where TProvider : CursorPagingProvider =>
        throw null!;
}

public static class CostAnalyzerRequestExecutorBuilderExtensions
{
    public static IRequestExecutorBuilder ModifyCostOptions(this IRequestExecutorBuilder builder, Action<CostOptions> configure) =>
        throw null!;
}

public static class HotChocolateDataRequestBuilderExtensions
{
    public static IRequestExecutorBuilder AddFiltering(this IRequestExecutorBuilder builder, string? name = null) => throw null!;

    public static IRequestExecutorBuilder AddSorting(this IRequestExecutorBuilder builder, string? name = null) => throw null!;
}
