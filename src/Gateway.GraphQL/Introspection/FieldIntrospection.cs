using Gateway.GraphQL.CostAnalysis;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Introspection;

/// <summary>A field of an object or interface.</summary>
[GraphQLName("__Field")]
internal sealed class FieldIntrospection(OutputField definition, Schema schema)
{
    /// <summary>The name.</summary>
    public string Name => definition.Name;

    /// <summary>What the field is.</summary>
    public string? Description => definition.Description;

    /// <summary>The arguments that it takes.</summary>
    /// <param name="includeDeprecated">Whether deprecated ones are among them.</param>
    [ListSize(AssumedSize = 2)]
    public IEnumerable<InputValueIntrospection> GetArgs(bool includeDeprecated = false) =>
        definition.Arguments.Visible(includeDeprecated, schema);

    /// <summary>The type of its values.</summary>
    [Cost(0)]
    public TypeIntrospection Type => new(definition.Type, schema);

    /// <summary>Whether it should no longer be used.</summary>
    public bool IsDeprecated => definition.DeprecationReason is not null;

    /// <summary>Why it should not, and what to use instead.</summary>
    public string? DeprecationReason => definition.DeprecationReason;
}
