using Gateway.GraphQL.CostAnalysis;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Introspection;

/// <summary>The schema: its types, root types and directives.</summary>
[GraphQLName("__Schema")]
internal sealed class SchemaIntrospection(Schema schema)
{
    /// <summary>What the schema is for.</summary>
    public string? Description => schema.Description;

    /// <summary>Every named type.</summary>
    [ListSize(AssumedSize = 60)]
    public IEnumerable<TypeIntrospection> Types => schema.Types.Select(type => new TypeIntrospection(type, schema));

    /// <summary>The type that queries start at.</summary>
    public TypeIntrospection QueryType => new(schema.QueryType, schema);

    /// <summary>The type that mutations start at.</summary>
    public TypeIntrospection? MutationType => schema.MutationType is { } type ? new TypeIntrospection(type, schema) : null;

    /// <summary>The type that subscriptions start at.</summary>
    public TypeIntrospection? SubscriptionType => schema.SubscriptionType is { } type ? new TypeIntrospection(type, schema) : null;

    /// <summary>Every directive.</summary>
    [ListSize(AssumedSize = 10)]
    public IEnumerable<DirectiveIntrospection> Directives =>
        schema.Directives.Select(directive => new DirectiveIntrospection(directive, schema));
}
