using Gateway.GraphQL.AspNetCore;
using Gateway.GraphQL.AspNetCore.Execution;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Language;
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

    /// <inheritdoc cref="SchemaBuilder.AddType(ScalarType)" />
    public static IRequestExecutorBuilder AddType(this IRequestExecutorBuilder builder, ScalarType scalar)
        => builder.ConfigureSchema(schema => schema.AddType(scalar));

    /// <inheritdoc cref="SchemaBuilder.AddDocumentFromString" />
    public static IRequestExecutorBuilder AddDocumentFromString(this IRequestExecutorBuilder builder, string sdl)
        => builder.ConfigureSchema(schema => schema.AddDocumentFromString(sdl));

    /// <inheritdoc cref="SchemaBuilder.AddDocumentFromFile" />
    public static IRequestExecutorBuilder AddDocumentFromFile(this IRequestExecutorBuilder builder, string path)
        => builder.ConfigureSchema(schema => schema.AddDocumentFromFile(path));

    /// <inheritdoc cref="SchemaBuilder.AddResolver" />
    public static IRequestExecutorBuilder AddResolver(
        this IRequestExecutorBuilder builder, string typeName, string fieldName, Func<IResolverContext, object?> resolve)
        => builder.ConfigureSchema(schema => schema.AddResolver(typeName, fieldName, resolve));

    /// <summary>Changes the schema's builder.</summary>
    public static IRequestExecutorBuilder ConfigureSchema(this IRequestExecutorBuilder builder, Action<SchemaBuilder> configure)
    {
        configure(((RequestExecutorBuilder)builder).Schema);
        return builder;
    }

    /// <summary>Changes how requests are run.</summary>
    public static IRequestExecutorBuilder ModifyRequestOptions(this IRequestExecutorBuilder builder, Action<RequestOptions> configure)
    {
        configure(((RequestExecutorBuilder)builder).Executor.Request);
        return builder;
    }

    /// <summary>Replaces what the parser accepts.</summary>
    public static IRequestExecutorBuilder ModifyParserOptions(this IRequestExecutorBuilder builder, Func<ParserOptions, ParserOptions> configure)
    {
        var executor = ((RequestExecutorBuilder)builder).Executor;
        executor.Parser = configure(executor.Parser);
        return builder;
    }

    /// <summary>Replaces what validation accepts.</summary>
    public static IRequestExecutorBuilder ModifyValidationOptions(
        this IRequestExecutorBuilder builder, Func<ValidationOptions, ValidationOptions> configure)
    {
        var executor = ((RequestExecutorBuilder)builder).Executor;
        executor.Validation = configure(executor.Validation);
        return builder;
    }

    /// <summary>Changes how answers are written.</summary>
    public static IRequestExecutorBuilder AddHttpResponseFormatter(this IRequestExecutorBuilder builder, HttpResponseFormatterOptions options)
    {
        ((RequestExecutorBuilder)builder).Transport.HttpTransportVersion = options.HttpTransportVersion;
        return builder;
    }
}
