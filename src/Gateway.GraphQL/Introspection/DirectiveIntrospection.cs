using Gateway.GraphQL.CostAnalysis;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Introspection;

/// <summary>A directive.</summary>
[GraphQLName("__Directive")]
internal sealed class DirectiveIntrospection(DirectiveType directive, Schema schema)
{
    /// <summary>The name.</summary>
    public string Name => directive.Name;

    /// <summary>What it does.</summary>
    public string? Description => directive.Description;

    /// <summary>Whether it may stand more than once at one place.</summary>
    public bool IsRepeatable => directive.IsRepeatable;

    /// <summary>Where it may stand.</summary>
    [ListSize(AssumedSize = 5)]
    public IReadOnlyList<DirectiveLocation> Locations => directive.Locations;

    /// <summary>The arguments that it takes.</summary>
    /// <param name="includeDeprecated">Whether deprecated ones are among them.</param>
    [ListSize(AssumedSize = 2)]
    public IEnumerable<InputValueIntrospection> GetArgs(bool includeDeprecated = false) =>
        directive.Arguments.Visible(includeDeprecated, schema);
}
