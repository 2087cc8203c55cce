using Gateway.GraphQL.AspNetCore;

namespace Conformance.Host.CodeFirst;

/// <summary>A schema that C# types make, with every kind of type.</summary>
internal static class Garden
{
    public static IRequestExecutorBuilder AddGarden(this IRequestExecutorBuilder builder) => builder
        .ConfigureSchema(schema => schema.AddGeneratedTypes())
        .AddQueryType<Query>()
        .AddMutationType<Mutation>()
        .AddType<Plant>()
        .AddType<Bed>()
        .AddType<Spade>();
}
