using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Tests.SchemaFirst;
using Gateway.GraphQL.Types;

namespace Conformance.Host.Deterministic;

/// <summary>
/// A schema of a document with resolvers for every field: the seed of a field is its parent's, its name and its arguments.
/// </summary>
internal static class DeterministicSchema
{
    public static Schema Create(string sdl)
    {
        var builder = SchemaFirstBuilder.New().AddDocumentFromString(sdl);
        var schema = builder.Create();
        var values = new DeterministicValues(schema);
        foreach (var type in schema.Types.OfType<ObjectType>().Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            foreach (var field in type.Fields)
            {
                builder.AddResolver(type.Name, field.Name, context => values.Create(field.Type, SeedOf(field, context)));
            }
        }

        return builder.Create();
    }

    private static string SeedOf(OutputField field, IResolverContext context)
    {
        var parent = context.Parent<IReadOnlyDictionary<string, object?>?>() is { } values ? (string)values["seed"]! : "R";
        var arguments = new Dictionary<string, object?>();
        foreach (var argument in field.Arguments)
        {
            if (context.ArgumentOptional<object>(argument.Name) is { HasValue: true } given)
            {
                arguments.Add(argument.Name, given.Value);
            }
        }

        return $"{parent}/{field.Name}{CanonicalText.Of(arguments)}";
    }
}
