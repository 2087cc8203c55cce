using Gateway.GraphQL.AspNetCore;
using Gateway.GraphQL.CostAnalysis;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Inference;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Limits;
using Gateway.GraphQL.Persisted;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Validation;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What a GraphQL server is made of, and how it behaves.</summary>
public static class RequestExecutorBuilderExtensions
{
    /// <inheritdoc cref="SchemaBuilder.AddQueryType()" />
    public static IRequestExecutorBuilder AddQueryType(this IRequestExecutorBuilder builder)
        => builder.ConfigureSchema(schema => schema.AddQueryType());

    /// <inheritdoc cref="SchemaBuilder.AddQueryType(Action{IObjectTypeDescriptor})" />
    public static IRequestExecutorBuilder AddQueryType(this IRequestExecutorBuilder builder, Action<IObjectTypeDescriptor> configure)
        => builder.ConfigureSchema(schema => schema.AddQueryType(configure));

    /// <inheritdoc cref="SchemaBuilder.AddQueryType(Type)" />
    public static IRequestExecutorBuilder AddQueryType<T>(this IRequestExecutorBuilder builder)
        => builder.ConfigureSchema(schema => schema.AddQueryType<T>());

    /// <inheritdoc cref="SchemaBuilder.AddMutationType()" />
    public static IRequestExecutorBuilder AddMutationType(this IRequestExecutorBuilder builder)
        => builder.ConfigureSchema(schema => schema.AddMutationType());

    /// <inheritdoc cref="SchemaBuilder.AddMutationType(Type)" />
    public static IRequestExecutorBuilder AddMutationType<T>(this IRequestExecutorBuilder builder)
        => builder.ConfigureSchema(schema => schema.AddMutationType<T>());

    /// <inheritdoc cref="SchemaBuilder.AddTypeExtension(Type)" />
    public static IRequestExecutorBuilder AddTypeExtension(this IRequestExecutorBuilder builder, Type type)
        => builder.ConfigureSchema(schema => schema.AddTypeExtension(type));

    /// <inheritdoc cref="SchemaBuilder.AddTypeExtension(Type)" />
    public static IRequestExecutorBuilder AddTypeExtension<T>(this IRequestExecutorBuilder builder)
        => builder.ConfigureSchema(schema => schema.AddTypeExtension<T>());

    /// <inheritdoc cref="SchemaBuilder.AddType(Type)" />
    public static IRequestExecutorBuilder AddType<T>(this IRequestExecutorBuilder builder)
        => builder.ConfigureSchema(schema => schema.AddType<T>());

    /// <summary>Changes the schema's builder.</summary>
    public static IRequestExecutorBuilder ConfigureSchema(this IRequestExecutorBuilder builder, Action<SchemaBuilder> configure)
    {
        configure(builder.Schema);
        return builder;
    }

    /// <summary>Changes how requests are run.</summary>
    public static IRequestExecutorBuilder ModifyRequestOptions(this IRequestExecutorBuilder builder, Action<RequestOptions> configure)
    {
        configure(builder.Executor.Request);
        return builder;
    }

    /// <summary>Replaces what the parser accepts.</summary>
    public static IRequestExecutorBuilder ModifyParserOptions(this IRequestExecutorBuilder builder, Func<ParserOptions, ParserOptions> configure)
    {
        builder.Executor.Parser = configure(builder.Executor.Parser);
        return builder;
    }

    /// <summary>Replaces what validation accepts.</summary>
    public static IRequestExecutorBuilder ModifyValidationOptions(
        this IRequestExecutorBuilder builder, Func<ValidationOptions, ValidationOptions> configure)
    {
        builder.Executor.Validation = configure(builder.Executor.Validation);
        return builder;
    }

    /// <summary>Changes how answers are written.</summary>
    public static IRequestExecutorBuilder AddHttpResponseFormatter(this IRequestExecutorBuilder builder, HttpResponseFormatterOptions options)
    {
        builder.Transport.HttpTransportVersion = options.HttpTransportVersion;
        return builder;
    }

    /// <summary>Replaces what documents may ask for once their fragments are spread.</summary>
    public static IRequestExecutorBuilder ModifyDocumentLimits(
        this IRequestExecutorBuilder builder, Func<DocumentLimits, DocumentLimits> configure)
    {
        var step = builder.Executor.Use<LimitStep>();
        step.Limits = configure(step.Limits);
        return builder;
    }

    /// <summary>Refuses documents whose fields nest deeper.</summary>
    public static IRequestExecutorBuilder AddMaxExecutionDepthRule(
        this IRequestExecutorBuilder builder, int maxAllowedExecutionDepth, bool skipIntrospectionFields = false)
        => builder.ModifyDocumentLimits(limits => limits with
        {
            MaxAllowedExecutionDepth = maxAllowedExecutionDepth,
            SkipIntrospectionFields = skipIntrospectionFields,
        });

    /// <summary>Refuses introspection, or does not.</summary>
    public static IRequestExecutorBuilder DisableIntrospection(this IRequestExecutorBuilder builder, bool disable = true)
        => builder.ModifyDocumentLimits(limits => limits with { AllowIntrospection = !disable });

    /// <summary>How far introspection may go from type to type.</summary>
    public static IRequestExecutorBuilder SetIntrospectionAllowedDepth(
        this IRequestExecutorBuilder builder, int maxAllowedOfTypeDepth, int maxAllowedListRecursiveDepth)
        => builder.ModifyDocumentLimits(limits => limits with
        {
            MaxAllowedOfTypeDepth = maxAllowedOfTypeDepth,
            MaxAllowedListRecursiveDepth = maxAllowedListRecursiveDepth,
        });

    /// <summary>Refuses operations that cost too much; a server has it from the start.</summary>
    public static IRequestExecutorBuilder AddCostAnalyzer(this IRequestExecutorBuilder builder)
        => builder.ModifyCostOptions(static _ => { });

    /// <summary>Changes what operations may cost.</summary>
    public static IRequestExecutorBuilder ModifyCostOptions(this IRequestExecutorBuilder builder, Action<CostOptions> configure)
    {
        configure(builder.Executor.Use<CostStep>().Options);
        return builder;
    }

    /// <summary>Keeps this many documents compiled, 16 or more.</summary>
    public static IRequestExecutorBuilder SetDocumentCacheSize(this IRequestExecutorBuilder builder, int size)
    {
        builder.Executor.DocumentCacheSize = size;
        return builder;
    }

    /// <summary>Lets requests name their document instead of sending it; a server has it from the start.</summary>
    public static IRequestExecutorBuilder UsePersistedOperationPipeline(this IRequestExecutorBuilder builder)
    {
        builder.Executor.Use<PersistedOperationStep>();
        return builder;
    }

    /// <summary>Reads trusted documents from a folder at start: files named by the id with <c>.graphql</c> behind it.</summary>
    public static IRequestExecutorBuilder AddFileSystemOperationDocumentStorage(this IRequestExecutorBuilder builder, string cacheDirectory)
    {
        builder.Executor.Use<PersistedOperationStep>().TrustedFolder = cacheDirectory;
        return builder;
    }

    /// <summary>
    /// Lets clients name documents that they sent before by their SHA-256 (automatic persisted queries), unless only trusted ones are allowed.
    /// </summary>
    /// <param name="builder">The server.</param>
    /// <param name="capacity">How many documents are remembered, 1 or more; beyond that, what was not used lately is forgotten.</param>
    public static IRequestExecutorBuilder UseAutomaticPersistedOperationPipeline(this IRequestExecutorBuilder builder, int capacity = 256)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        builder.Executor.Use<PersistedOperationStep>().AutomaticCapacity = capacity;
        return builder;
    }
}
