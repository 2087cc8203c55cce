using Gateway.GraphQL.Execution.Input;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types.Inference;

namespace Gateway.GraphQL.Types.SchemaFirst;

/// <summary>The types that documents of the schema definition language define, extensions taken together with what they extend.</summary>
internal sealed class DocumentTypes
{
    private readonly List<TypeSystemDefinitionNode> _definitions;
    private readonly ILookup<string, TypeDefinitionNode> _byName;
    private readonly IReadOnlyDictionary<(string Type, string Field), Resolver> _resolvers;

    public DocumentTypes(IEnumerable<DocumentNode> documents, IReadOnlyDictionary<(string Type, string Field), Resolver> resolvers)
    {
        _definitions = [.. documents.SelectMany(document => document.Definitions).OfType<TypeSystemDefinitionNode>()];
        _byName = _definitions.OfType<TypeDefinitionNode>().ToLookup(definition => definition.Name, StringComparer.Ordinal);
        _resolvers = resolvers;
    }

    public string? Description => _definitions.OfType<SchemaDefinitionNode>().FirstOrDefault(schema => schema.Description is not null)?.Description;

    /// <summary>The name of a root type: what the schema's definition says, or else the default (§3.3.1).</summary>
    public string? RootName(OperationType operation)
    {
        var schemas = _definitions.OfType<SchemaDefinitionNode>().ToList();
        var root = schemas.SelectMany(schema => schema.OperationTypes).FirstOrDefault(root => root.Operation == operation);
        var defaultName = operation.ToString();
        return root?.Type.Name ?? (schemas.Any(schema => !schema.IsExtension) || !_byName.Contains(defaultName) ? null : defaultName);
    }

    /// <summary>Makes the types known, still without members.</summary>
    public void Declare(TypeRegistry types)
    {
        foreach (var definitions in _byName)
        {
            if (types.Find(definitions.Key) is null)
            {
                types.Add(Create(definitions.First(), definitions));
            }
        }
    }

    /// <summary>Gives the types their members.</summary>
    public void Complete(TypeRegistry types, InputFactory inputs)
    {
        var members = new DocumentMembers(types, inputs, _resolvers);
        foreach (var type in _byName.Select(definitions => types.Find(definitions.Key)).OfType<InputObjectType>())
        {
            inputs.SetBinding(type, new InputObjectBinding(type, values => ToDictionary(type, values)));
        }

        foreach (var definition in _byName.SelectMany(definitions => definitions))
        {
            members.AddTo(types.Find(definition.Name), definition);
        }

        foreach (var (type, field) in _resolvers.Keys)
        {
            if (types.Find(type) is not ObjectType objectType || !objectType.TryGetField(field, out _))
            {
                types.Errors.Add($"There is a resolver for `{type}.{field}`, but no such field.");
            }
        }
    }

    public IEnumerable<DirectiveType> CreateDirectives(TypeRegistry types, InputFactory inputs)
    {
        var members = new DocumentMembers(types, inputs, _resolvers);
        return _definitions.OfType<DirectiveDefinitionNode>()
            .Where(definition => !SpecifiedDirectives.IsSpecified(definition.Name))
            .Select(members.CreateDirective);
    }

    private static NamedType Create(TypeDefinitionNode first, IEnumerable<TypeDefinitionNode> all)
    {
        var (name, description) = (first.Name, first.Description);
        return first switch
        {
            ObjectTypeDefinitionNode => new ObjectType(name, description),
            InterfaceTypeDefinitionNode => new InterfaceType(name, description),
            UnionTypeDefinitionNode => new UnionType(name, description),
            InputObjectTypeDefinitionNode => new InputObjectType(name, description, all.Any(d => SyntaxAnnotations.IsOneOf(d.Directives))),
            EnumTypeDefinitionNode => new EnumType(name, description, [.. all.OfType<EnumTypeDefinitionNode>().SelectMany(d => d.Values).Select(Create)]),
            _ => new UntypedScalar(
                name, description, all.Select(d => SyntaxAnnotations.SpecificationOf(d.Directives)).FirstOrDefault(url => url is not null)),
        };
    }

    // Resolvers get and return the names of enum values.
    private static EnumValue Create(EnumValueDefinitionNode value)
        => new(value.Name, value.Description, SyntaxAnnotations.DeprecationOf(value.Directives), value.Name);

    private static Dictionary<string, object?> ToDictionary(InputObjectType type, object?[] values)
    {
        var given = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (var index = 0; index < values.Length; index++)
        {
            if (values[index] != InputObjectBinding.Missing)
            {
                given.Add(type.Fields[index].Name, values[index]);
            }
        }

        return given;
    }
}
