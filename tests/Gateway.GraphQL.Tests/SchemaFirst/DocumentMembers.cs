using System.Collections.Immutable;
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
            case (EnumType, EnumTypeDefinitionNode) or (ScalarType, ScalarTypeDefinitionNode):
                break;
            default:
                types.Errors.Add($"`{definition.Name}` is defined as types of two kinds.");
                break;
        }
    }

    public DirectiveType CreateDirective(DirectiveDefinitionNode node) => new(
        node.Name,
        node.Description,
        CreateInputs(node.Arguments, $"@{node.Name}"),
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
                types.Errors.Add($"`{target}` implements `{name.Name}`, which is no interface.");
            }
        }

        foreach (var node in fields)
        {
            if (Create(target, node) is { } field && !target.TryAdd(field))
            {
                types.Errors.Add($"`{target}.{node.Name}` is defined twice.");
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
            types.Errors.Add($"`{coordinate}` is of type `{type}`, which is for input only.");
            return null;
        }

        var resolver = resolvers.GetValueOrDefault((parent.Name, node.Name)) ?? ReadOffDictionary(node.Name);
        return new OutputField(
            node.Name, node.Description, type, CreateInputs(node.Arguments, coordinate), SyntaxAnnotations.DeprecationOf(node.Directives))
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
            if (types.Find(name.Name) is not ObjectType member)
            {
                types.Errors.Add($"The union `{target}` has `{name.Name}` among its types, which is no object type.");
            }
            else if (!target.Types.Contains(member))
            {
                target.Add(member);
            }
        }
    }

    private void Add(InputObjectType target, ImmutableArray<InputValueDefinitionNode> fields)
    {
        foreach (var field in CreateInputs(fields, target.Name))
        {
            if (!target.TryAdd(field))
            {
                types.Errors.Add($"`{target}.{field.Name}` is defined twice.");
            }
        }
    }

    private List<InputField> CreateInputs(ImmutableArray<InputValueDefinitionNode> nodes, string coordinate)
    {
        var fields = new List<InputField>(nodes.Length);
        foreach (var node in nodes)
        {
            if (Resolve(node.Type, $"{coordinate}.{node.Name}") is not { } type)
            {
                continue;
            }

            if (!type.IsInput)
            {
                types.Errors.Add($"`{coordinate}.{node.Name}` is of type `{type}`, which is for output only.");
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
                    types.Errors.Add($"`{coordinate}` is of type `{name}`, which is not defined.");
                }

                return type;
        }
    }
}
