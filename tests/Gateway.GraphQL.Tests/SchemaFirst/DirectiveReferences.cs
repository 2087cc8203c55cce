using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types.Validation;

namespace Gateway.GraphQL.Tests.SchemaFirst;

/// <summary>
/// No directive refers to itself, directly or through the directives and types of its arguments (GraphQL September 2025, §3.13,
/// https://spec.graphql.org/September2025/#sec-Type-System.Directives.Type-Validation).
/// </summary>
internal static class DirectiveReferences
{
    public static IEnumerable<string> Check(IEnumerable<TypeSystemDefinitionNode> definitions)
    {
        var references = definitions.ToLookup(NameOf, StringComparer.Ordinal);
        return references.Select(definition => definition.Key).Where(name => name.StartsWith('@') && Cycles.Reach(Next(name), Next).Contains(name))
            .Select(name => $"The directive `{name}` refers to itself through its arguments: remove it from them and from their types.");

        IEnumerable<string> Next(string name) => references[name].SelectMany(ReferencesOf);
    }

    private static string NameOf(TypeSystemDefinitionNode definition) => definition switch
    {
        DirectiveDefinitionNode directive => $"@{directive.Name}",
        TypeDefinitionNode type => type.Name,
        _ => "schema",
    };

    private static IEnumerable<string> ReferencesOf(TypeSystemDefinitionNode definition)
    {
        var inputs = definition switch
        {
            DirectiveDefinitionNode directive => directive.Arguments,
            InputObjectTypeDefinitionNode input => input.Fields,
            _ => [],
        };
        return DirectiveUses.In(definition).SelectMany(place => place.Directives).Select(directive => $"@{directive.Name}")
            .Concat(inputs.Select(input => NameOf(input.Type)));
    }

    private static string NameOf(TypeNode type) => type switch
    {
        ListTypeNode list => NameOf(list.Type),
        NonNullTypeNode nonNull => NameOf(nonNull.Type),
        _ => ((NamedTypeNode)type).Name,
    };
}
