using Gateway.GraphQL.Execution.Fields;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Types.Input;
using Gateway.GraphQL.Types.Validation;

namespace Gateway.GraphQL.Tests.SchemaFirst;

/// <summary>Creates the types that documents in the schema definition language define, including their extensions.</summary>
internal sealed class DocumentTypes
{
    private readonly List<TypeSystemDefinitionNode> _definitions;
    private readonly ILookup<string, TypeDefinitionNode> _byName;
    private readonly IReadOnlyDictionary<(string Type, string Field), Resolver> _resolvers;
    private readonly Dictionary<string, NamedType> _types;

    public DocumentTypes(IEnumerable<DocumentNode> documents, IReadOnlyDictionary<(string Type, string Field), Resolver> resolvers)
    {
        _definitions = [.. documents.SelectMany(document => document.Definitions).OfType<TypeSystemDefinitionNode>()];
        _byName = _definitions.OfType<TypeDefinitionNode>().ToLookup(definition => definition.Name, StringComparer.Ordinal);
        _resolvers = resolvers;
        _types = BuiltIn.Schema.Types.Where(BuiltIn.IsInEverySchema).ToDictionary(type => type.Name, StringComparer.Ordinal);
    }

    public List<string> Errors { get; } = [];

    public Schema Create()
    {
        foreach (var definitions in _byName.Where(definitions => Find(definitions.Key) is null))
        {
            _types.Add(definitions.Key, Create(definitions.First(), definitions));
        }

        var query = Root(OperationType.Query) ?? throw new SchemaException("The schema has no query type.");
        var members = new DocumentMembers(this, _resolvers);
        foreach (var definition in _byName.SelectMany(definitions => definitions))
        {
            members.AddTo(Find(definition.Name), definition);
        }

        foreach (var (type, field) in _resolvers.Keys)
        {
            if (Find(type) is not ObjectType objectType || !objectType.TryGetField(field, out _))
            {
                Errors.Add($"There is a resolver for `{type}.{field}`, but no such field.");
            }
        }

        DirectiveType[] directives =
        [
            .. BuiltIn.Schema.Directives,
            .. _definitions.OfType<DirectiveDefinitionNode>()
                .Where(definition => !SpecifiedDirectives.IsSpecified(definition.Name))
                .Select(members.CreateDirective),
        ];
        foreach (var type in _byName.Select(definitions => Find(definitions.Key)).OfType<ObjectType>())
        {
            type.TypeName = new OutputField("__typename", "The name of the object's type.", new NonNullType(_types["String"]), [])
            {
                Resolver = new ObjectBinding<object>(type.Name),
            };
        }

        foreach (var type in _types.Values.OfType<InputObjectType>())
        {
            type.Binding = new InputObjectBinding(type, values => ToDictionary(type, values));
        }

        var errors = Errors.Concat(SchemaValidator.Validate(_types.Values, [])).ToList();
        return errors.Count > 0
            ? throw new SchemaException(errors)
            : new Schema(
                _definitions.OfType<SchemaDefinitionNode>().FirstOrDefault(schema => schema.Description is not null)?.Description,
                query,
                Root(OperationType.Mutation),
                Root(OperationType.Subscription),
                [.. _types.Values],
                directives,
                BuiltIn.MetaFields);
    }

    /// <summary>Finds a type by its name, including built-in scalars; null if there is none.</summary>
    public NamedType? Find(string name)
    {
        if (!_types.TryGetValue(name, out var type) && BuiltIn.Schema.TryGetType(name, out type) && type is ScalarType)
        {
            _types.Add(name, type);
        }

        return type as ScalarType ?? _types.GetValueOrDefault(name);
    }

    /// <summary>The root type that the schema's definition names, or else the default (§3.3.1).</summary>
    private ObjectType? Root(OperationType operation)
    {
        var schemas = _definitions.OfType<SchemaDefinitionNode>().ToList();
        var root = schemas.SelectMany(schema => schema.OperationTypes).FirstOrDefault(root => root.Operation == operation);
        return root is null && schemas.Any(schema => !schema.IsExtension) ? null : Find(root?.Type.Name ?? operation.ToString()) as ObjectType;
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
    private static EnumValue Create(EnumValueDefinitionNode value) =>
        new(value.Name, value.Description, SyntaxAnnotations.DeprecationOf(value.Directives), value.Name);

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
