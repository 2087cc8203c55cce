using System.Collections.Immutable;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Types.Input;
using Gateway.GraphQL.Types.Validation;

namespace Gateway.GraphQL.Tests.SchemaFirst;

/// <summary>
/// Validates the directives on definitions: they are defined, in their locations, not repeated, and have their arguments (GraphQL September
/// 2025, §3.13, https://spec.graphql.org/September2025/#sec-Type-System.Directives).
/// </summary>
internal sealed class DirectiveUses
{
    private readonly Dictionary<string, DirectiveType> _directives;
    private readonly HashSet<(string Place, string Directive)> _used = [];
    private readonly bool _coerces;
    private readonly List<string> _errors = [];

    /// <param name="directives">The directives; of two with one name the first counts.</param>
    /// <param name="coerces">Whether the types are valid, so that values can be coerced.</param>
    private DirectiveUses(IEnumerable<DirectiveType> directives, bool coerces)
    {
        _directives = directives.DistinctBy(directive => directive.Name).ToDictionary(directive => directive.Name, StringComparer.Ordinal);
        _coerces = coerces;
    }

    public static IReadOnlyList<string> Check(
        IEnumerable<TypeSystemDefinitionNode> definitions, IEnumerable<DirectiveType> directives, bool coerces)
    {
        var uses = new DirectiveUses(directives, coerces);
        foreach (var definition in definitions)
        {
            uses.Check(definition);
        }

        return uses._errors;
    }

    /// <summary>The locations of directives in a definition and its members, each with its coordinate.</summary>
    public static IEnumerable<(string Place, DirectiveLocation Location, ImmutableArray<DirectiveNode> Directives)> In(
        TypeSystemDefinitionNode definition) => definition switch
        {
            SchemaDefinitionNode => [("schema", DirectiveLocation.Schema, definition.Directives)],
            DirectiveDefinitionNode node => node.Arguments.Select(argument =>
                ($"@{node.Name}({argument.Name}:)", DirectiveLocation.ArgumentDefinition, argument.Directives)),
            TypeDefinitionNode type => InType(type).Prepend((type.Name, LocationOf(type), type.Directives)),
            _ => [],
        };

    private static IEnumerable<(string Place, DirectiveLocation Location, ImmutableArray<DirectiveNode> Directives)> InType(
        TypeDefinitionNode type) => type switch
        {
            ObjectTypeDefinitionNode node => InFields(type.Name, node.Fields),
            InterfaceTypeDefinitionNode node => InFields(type.Name, node.Fields),
            EnumTypeDefinitionNode node => node.Values.Select(value => ($"{type.Name}.{value.Name}", DirectiveLocation.EnumValue, value.Directives)),
            InputObjectTypeDefinitionNode node =>
                node.Fields.Select(field => ($"{type.Name}.{field.Name}", DirectiveLocation.InputFieldDefinition, field.Directives)),
            _ => [],
        };

    private static IEnumerable<(string Place, DirectiveLocation Location, ImmutableArray<DirectiveNode> Directives)> InFields(
        string type, ImmutableArray<FieldDefinitionNode> fields) => fields.SelectMany(field => field.Arguments
        .Select(argument => ($"{type}.{field.Name}({argument.Name}:)", DirectiveLocation.ArgumentDefinition, argument.Directives))
        .Prepend(($"{type}.{field.Name}", DirectiveLocation.FieldDefinition, field.Directives)));

    private static DirectiveLocation LocationOf(TypeDefinitionNode type) => type switch
    {
        ScalarTypeDefinitionNode => DirectiveLocation.Scalar,
        ObjectTypeDefinitionNode => DirectiveLocation.Object,
        InterfaceTypeDefinitionNode => DirectiveLocation.Interface,
        UnionTypeDefinitionNode => DirectiveLocation.Union,
        EnumTypeDefinitionNode => DirectiveLocation.Enum,
        _ => DirectiveLocation.InputObject,
    };

    private void Check(TypeSystemDefinitionNode definition)
    {
        foreach (var (place, location, directives) in In(definition))
        {
            foreach (var use in directives)
            {
                if (!_directives.TryGetValue(use.Name, out var directive))
                {
                    _errors.Add($"`{place}` has the directive `@{use.Name}`, which is not defined: define or remove it.");
                    continue;
                }

                if (!directive.Locations.Contains(location))
                {
                    var allowed = string.Join(", ", directive.Locations.Select(TextOf));
                    _errors.Add($"`@{use.Name}` can't be on `{place}` ({TextOf(location)}): its locations are {allowed}.");
                }

                if (!_used.Add((place, use.Name)) && !directive.IsRepeatable)
                {
                    _errors.Add($"`{place}` has `@{use.Name}` twice, which is not repeatable: remove one.");
                }

                if (use.Name == "specifiedBy" && BuiltIn.IsReserved(place))
                {
                    _errors.Add($"`{place}` is built in and can't have `@specifiedBy`: remove it.");
                }

                CheckArguments(use, directive, place);
            }
        }
    }

    private void CheckArguments(DirectiveNode use, DirectiveType directive, string place)
    {
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var argument in use.Arguments)
        {
            foreach (var name in DefaultValues.RepeatedFields(argument.Value))
            {
                _errors.Add($"`{place}` gives `@{use.Name}({argument.Name}:)` the field `{name}` twice: remove one.");
            }

            var coercion = new InputCoercion(variables: null);
            if (!given.Add(argument.Name))
            {
                _errors.Add($"`{place}` gives `@{use.Name}({argument.Name}:)` twice: remove one.");
            }
            else if (directive.Arguments.Find(argument.Name) is not { } definition)
            {
                _errors.Add($"`{place}` gives `@{use.Name}({argument.Name}:)`, which is not defined: define or remove it.");
            }
            else if (_coerces && !definition.Binding.TryCoerce(argument.Value, coercion, out _))
            {
                _errors.Add($"`{place}` gives `@{use.Name}({argument.Name}:)` a wrong value: it {coercion.Fault}");
            }
        }

        foreach (var missing in directive.Arguments.Where(argument => argument.IsRequired && !given.Contains(argument.Name)))
        {
            _errors.Add($"`{place}` lacks `@{use.Name}({missing.Name}:)`, which is required: give it.");
        }
    }

    private static string TextOf(DirectiveLocation location) => DirectiveLocations.All[(int)location];
}
