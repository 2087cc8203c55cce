using System.Collections.Immutable;
using System.Globalization;
using Gateway.GraphQL.Execution.Fields;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Tests.SchemaFirst;

/// <summary>Creates the fields, arguments, interfaces and members of types from their definitions.</summary>
internal sealed class DocumentMembers(DocumentTypes types, IReadOnlyDictionary<(string Type, string Field), Resolver> resolvers)
{
    public void AddTo(NamedType? type, TypeDefinitionNode definition)
    {
        switch (type, definition)
        {
            case (ObjectType target, ObjectTypeDefinitionNode node):
                Add(target, node.Interfaces, node.Fields);
                break;
            case (InterfaceType target, InterfaceTypeDefinitionNode node):
                Add(target, node.Interfaces, node.Fields);
                break;
            case (UnionType target, UnionTypeDefinitionNode node):
                Add(target, node.Types);
                break;
            case (InputObjectType target, InputObjectTypeDefinitionNode node):
                Add(target, node.Fields);
                break;
        }
    }

    public DirectiveType CreateDirective(DirectiveDefinitionNode node) => new(
        node.Name,
        node.Description,
        CreateInputs(node.Arguments, $"@{node.Name}({{0}}:)"),
        node.IsRepeatable,
        [.. node.Locations.Select(location => (DirectiveLocation)DirectiveLocations.All.IndexOf(location)).Order()]);

    private void Add(ComplexType target, ImmutableArray<NamedTypeNode> interfaces, ImmutableArray<FieldDefinitionNode> fields)
    {
        foreach (var name in interfaces)
        {
            if (types.Find(name.Name) is InterfaceType implemented)
            {
                target.Implement(implemented);
            }
            else
            {
                types.Errors.Add($"`{target}` implements `{name.Name}`, which is no interface: define or remove it.");
            }
        }

        foreach (var node in fields)
        {
            if (Create(target, node) is { } field && !target.TryAdd(field))
            {
                types.Errors.Add($"`{target}.{node.Name}` is defined twice: remove or rename one.");
            }
        }
    }

    private static Resolver ReadOffDictionary(string fieldName) => context =>
        context.Parent<object?>() is IReadOnlyDictionary<string, object?> parent && parent.TryGetValue(fieldName, out var value) ? value : null;

    private OutputField? Create(ComplexType parent, FieldDefinitionNode node)
    {
        var coordinate = $"{parent}.{node.Name}";
        if (Resolve(node.Type, coordinate) is not { } type)
        {
            return null;
        }

        if (type.Named is InputObjectType)
        {
            types.Errors.Add($"`{coordinate}` is of type `{type}`, which is for input only: a field needs an output type.");
            return null;
        }

        var resolver = resolvers.GetValueOrDefault((parent.Name, node.Name)) ?? ReadOffDictionary(node.Name);
        return new OutputField(
            node.Name, node.Description, type, CreateInputs(node.Arguments, $"{coordinate}({{0}}:)"), SyntaxAnnotations.DeprecationOf(node.Directives))
        {
            Resolver = parent is ObjectType
                ? new MethodField<object, object>((_, context) => resolver(context)!, UntypedWriters.Create(type))
                : null,
        };
    }

    private void Add(UnionType target, ImmutableArray<NamedTypeNode> members)
    {
        foreach (var name in members)
        {
            if (types.Find(name.Name) is ObjectType member)
            {
                target.Add(member);
            }
            else
            {
                types.Errors.Add($"The union `{target}` has the member `{name.Name}`, which is no object type: define or remove it.");
            }
        }
    }

    private void Add(InputObjectType target, ImmutableArray<InputValueDefinitionNode> fields)
    {
        foreach (var field in CreateInputs(fields, $"{target.Name}.{{0}}"))
        {
            if (!target.TryAdd(field))
            {
                types.Errors.Add($"`{target}.{field.Name}` is defined twice: remove or rename one.");
            }
        }
    }

    private List<InputField> CreateInputs(ImmutableArray<InputValueDefinitionNode> nodes, string coordinate)
    {
        var fields = new List<InputField>(nodes.Length);
        foreach (var node in nodes)
        {
            var place = string.Format(CultureInfo.InvariantCulture, coordinate, node.Name);
            if (Resolve(node.Type, place) is not { } type)
            {
                continue;
            }

            if (!type.IsInput)
            {
                types.Errors.Add($"`{place}` is of type `{type}`, which is for output only: an input needs an input type.");
                continue;
            }

            fields.Add(new InputField(node.Name, node.Description, type, node.DefaultValue, SyntaxAnnotations.DeprecationOf(node.Directives)));
        }

        return fields;
    }

    private GraphQLType? Resolve(TypeNode reference, string coordinate)
    {
        switch (reference)
        {
            case ListTypeNode list:
                return Resolve(list.Type, coordinate) is { } item ? new ListType(item) : null;
            case NonNullTypeNode nonNull:
                return Resolve(nonNull.Type, coordinate) is { } nullable ? new NonNullType(nullable) : null;
            default:
                var name = ((NamedTypeNode)reference).Name;
                var type = types.Find(name);
                if (type is null)
                {
                    types.Errors.Add($"`{coordinate}` is of type `{name}`, which is not defined: define it, or name another.");
                }

                return type;
        }
    }
}
