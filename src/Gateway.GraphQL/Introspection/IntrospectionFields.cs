using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Introspection;

/// <summary>
/// The meta-fields of the query type (GraphQL September 2025, §4.2, https://spec.graphql.org/September2025/#sec-Schema-Introspection). The
/// introspection types are generated from the classes in this folder, like any other type. The assumed sizes of their lists are averages:
/// most types have no fields, and most fields no arguments.
/// </summary>
[QueryType]
internal static partial class IntrospectionFields
{
    /// <summary>The schema itself.</summary>
    [GraphQLName("__schema")]
    public static SchemaIntrospection GetSchema(Schema schema) => new(schema);

    /// <summary>A type by its name.</summary>
    /// <param name="schema">The schema that is asked.</param>
    /// <param name="name">The name.</param>
    [GraphQLName("__type")]
    public static TypeIntrospection? GetType(Schema schema, string name) =>
        schema.TryGetType(name, out var type) ? new TypeIntrospection(type, schema) : null;
}
