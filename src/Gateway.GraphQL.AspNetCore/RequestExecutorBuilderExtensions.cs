using Gateway.GraphQL.AspNetCore;
using Gateway.GraphQL.AspNetCore.Execution;
using Gateway.GraphQL.CostAnalysis;
using Gateway.GraphQL.Data;
using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Limits;
using Gateway.GraphQL.Persisted;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Validation;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Configures a GraphQL server.</summary>
public static class RequestExecutorBuilderExtensions
{
    /// <inheritdoc cref="SchemaBuilder.AddQueryType()" />
    public static IRequestExecutorBuilder AddQueryType(this IRequestExecutorBuilder builder) =>
        builder.ConfigureSchema(schema => schema.AddQueryType());

    /// <inheritdoc cref="SchemaBuilder.AddQueryType(Action{IObjectTypeDescriptor})" />
    public static IRequestExecutorBuilder AddQueryType(this IRequestExecutorBuilder builder, Action<IObjectTypeDescriptor> configure) =>
        builder.ConfigureSchema(schema => schema.AddQueryType(configure));

    /// <inheritdoc cref="SchemaBuilder.AddQueryType(Type)" />
    public static IRequestExecutorBuilder AddQueryType<[SchemaType] T>(this IRequestExecutorBuilder builder) =>
        builder.ConfigureSchema(schema => schema.AddQueryType<T>());

    /// <inheritdoc cref="SchemaBuilder.AddMutationType()" />
    public static IRequestExecutorBuilder AddMutationType(this IRequestExecutorBuilder builder) =>
        builder.ConfigureSchema(schema => schema.AddMutationType());

    /// <inheritdoc cref="SchemaBuilder.AddMutationType(Type)" />
    public static IRequestExecutorBuilder AddMutationType<[SchemaType] T>(this IRequestExecutorBuilder builder) =>
        builder.ConfigureSchema(schema => schema.AddMutationType<T>());

    /// <inheritdoc cref="SchemaBuilder.AddTypeExtension(Type)" />
    public static IRequestExecutorBuilder AddTypeExtension(this IRequestExecutorBuilder builder, Type type) =>
        builder.ConfigureSchema(schema => schema.AddTypeExtension(type));

    /// <inheritdoc cref="SchemaBuilder.AddTypeExtension(Type)" />
    public static IRequestExecutorBuilder AddTypeExtension<[SchemaType] T>(this IRequestExecutorBuilder builder) =>
        builder.ConfigureSchema(schema => schema.AddTypeExtension<T>());

    /// <inheritdoc cref="SchemaBuilder.AddType(Type)" />
    public static IRequestExecutorBuilder AddType<[SchemaType] T>(this IRequestExecutorBuilder builder) =>
        builder.ConfigureSchema(schema => schema.AddType<T>());

    /// <inheritdoc cref="DataSchemaBuilderExtensions.AddFiltering" />
    public static IRequestExecutorBuilder AddFiltering(this IRequestExecutorBuilder builder) =>
        builder.ConfigureSchema(static schema => schema.AddFiltering());

    /// <inheritdoc cref="DataSchemaBuilderExtensions.AddSorting" />
    public static IRequestExecutorBuilder AddSorting(this IRequestExecutorBuilder builder) =>
        builder.ConfigureSchema(static schema => schema.AddSorting());

    /// <summary>Configures the schema's builder.</summary>
    public static IRequestExecutorBuilder ConfigureSchema(this IRequestExecutorBuilder builder, Action<SchemaBuilder> configure)
    {
        configure(builder.Schema);
        return builder;
    }

    /// <summary>Changes the options of execution.</summary>
    public static IRequestExecutorBuilder ModifyRequestOptions(this IRequestExecutorBuilder builder, Action<RequestOptions> configure)
    {
        configure(builder.Executor.Request);
        return builder;
    }

    /// <summary>Replaces the limits of the parser.</summary>
    public static IRequestExecutorBuilder ModifyParserOptions(
        this IRequestExecutorBuilder builder, Func<ParserOptions, ParserOptions> configure)
    {
        builder.Executor.Parser = configure(builder.Executor.Parser);
        return builder;
    }

    /// <summary>Replaces the limits of validation.</summary>
    public static IRequestExecutorBuilder ModifyValidationOptions(
        this IRequestExecutorBuilder builder, Func<ValidationOptions, ValidationOptions> configure)
    {
        builder.Executor.Validation = configure(builder.Executor.Validation);
        return builder;
    }

    /// <summary>Sets the options of HTTP responses.</summary>
    public static IRequestExecutorBuilder AddHttpResponseFormatter(
        this IRequestExecutorBuilder builder, HttpResponseFormatterOptions options)
    {
        builder.Transport.HttpTransportVersion = options.HttpTransportVersion;
        builder.Transport.WriteTimeout = options.WriteTimeout ?? builder.Transport.WriteTimeout;
        return builder;
    }

    /// <summary>Replaces the limits of documents with their fragments expanded.</summary>
    public static IRequestExecutorBuilder ModifyDocumentLimits(
        this IRequestExecutorBuilder builder, Func<DocumentLimits, DocumentLimits> configure)
    {
        var step = builder.Executor.Use<LimitStep>();
        step.Limits = configure(step.Limits);
        return builder;
    }

    /// <summary>Rejects documents whose fields nest deeper.</summary>
    public static IRequestExecutorBuilder AddMaxExecutionDepthRule(
        this IRequestExecutorBuilder builder, int maxAllowedExecutionDepth, bool skipIntrospectionFields = false) =>
        builder.ModifyDocumentLimits(limits => limits with
        {
            MaxAllowedExecutionDepth = maxAllowedExecutionDepth,
            SkipIntrospectionFields = skipIntrospectionFields,
        });

    /// <summary>Disables introspection, or enables it again.</summary>
    public static IRequestExecutorBuilder DisableIntrospection(this IRequestExecutorBuilder builder, bool disable = true) =>
        builder.ModifyDocumentLimits(limits => limits with { AllowIntrospection = !disable });

    /// <summary>Sets how deep introspection may go from type to type.</summary>
    public static IRequestExecutorBuilder SetIntrospectionAllowedDepth(
        this IRequestExecutorBuilder builder, int maxAllowedOfTypeDepth, int maxAllowedListRecursiveDepth) =>
        builder.ModifyDocumentLimits(limits => limits with
        {
            MaxAllowedOfTypeDepth = maxAllowedOfTypeDepth,
            MaxAllowedListRecursiveDepth = maxAllowedListRecursiveDepth,
        });

    /// <summary>Rejects operations that cost too much. A server has this by default.</summary>
    public static IRequestExecutorBuilder AddCostAnalyzer(this IRequestExecutorBuilder builder) =>
        builder.ModifyCostOptions(static _ => { });

    /// <summary>Changes the limits of an operation's cost, and the weights of filters and orders.</summary>
    public static IRequestExecutorBuilder ModifyCostOptions(this IRequestExecutorBuilder builder, Action<CostOptions> configure)
    {
        builder.Schema.Costs = builder.Executor.Use<CostStep>().Options;
        configure(builder.Schema.Costs);
        return builder;
    }

    /// <summary>Sets the most compiled documents in the cache, 16 or more.</summary>
    public static IRequestExecutorBuilder SetDocumentCacheSize(this IRequestExecutorBuilder builder, int size)
    {
        builder.Executor.DocumentCacheSize = size;
        return builder;
    }

    /// <summary>Lets requests identify a document instead of sending it. A server has this by default.</summary>
    public static IRequestExecutorBuilder UsePersistedOperationPipeline(this IRequestExecutorBuilder builder)
    {
        builder.Executor.Use<PersistedOperationStep>();
        return builder;
    }

    /// <summary>
    /// Reads trusted documents: the files <c>{id}.graphql</c> of a directory, and its <c>.json</c> files, which are maps of ids to
    /// documents or Apollo's manifests. They are read at start, and again within 5 seconds after a change.
    /// </summary>
    public static IRequestExecutorBuilder AddFileSystemOperationDocumentStorage(this IRequestExecutorBuilder builder, string cacheDirectory)
    {
        var step = builder.Executor.Use<PersistedOperationStep>();
        step.TrustedFolder = cacheDirectory;
        builder.Services.AddHostedService(services =>
        {
            // It has read the documents before.
            _ = services.GetRequiredService<IRequestExecutor>();
            return ActivatorUtilities.CreateInstance<TrustedDocumentsReload>(
                services, (Func<bool>)step.Reload, services.GetService<TimeProvider>() ?? TimeProvider.System);
        });
        return builder;
    }

    /// <summary>
    /// Enables automatic persisted queries: clients identify documents that they sent before by their SHA-256. It has no effect if only
    /// trusted documents are allowed.
    /// </summary>
    /// <param name="builder">The server.</param>
    /// <param name="capacity">The most stored documents, 1 or more. Beyond it, documents that were not used lately are evicted.</param>
    public static IRequestExecutorBuilder UseAutomaticPersistedOperationPipeline(this IRequestExecutorBuilder builder, int capacity = 256)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        builder.Executor.Use<PersistedOperationStep>().AutomaticCapacity = capacity;
        return builder;
    }
}
