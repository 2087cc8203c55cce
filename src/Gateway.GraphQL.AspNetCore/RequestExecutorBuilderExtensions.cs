using Gateway.GraphQL.AspNetCore;
using Gateway.GraphQL.AspNetCore.Execution;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What a GraphQL server is made of, and how it behaves.</summary>
public static class RequestExecutorBuilderExtensions
{
    /// <summary>Changes how answers are written.</summary>
    public static IRequestExecutorBuilder AddHttpResponseFormatter(this IRequestExecutorBuilder builder, HttpResponseFormatterOptions options)
    {
        ((RequestExecutorBuilder)builder).Transport.HttpTransportVersion = options.HttpTransportVersion;
        return builder;
    }
}
