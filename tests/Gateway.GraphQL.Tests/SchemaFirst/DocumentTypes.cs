using Gateway.GraphQL.Execution.Fields;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Types.Input;
using Gateway.GraphQL.Types.Validation;

namespace Gateway.GraphQL.Tests.SchemaFirst;

/// <summary>Creates the types that documents in the schema definition language define, including their extensions.</summary>
internal sealed class DocumentTypes
{
    private readonly DocumentDefinitions _definitions;
    private readonly IReadOnlyDictionary<(string Type, string Field), Resolver> _resolvers;
    private readonly Dictionary<string, NamedType> _types;

    public DocumentTypes(IEnumerable<DocumentNode> documents, IReadOnlyDictionary<(string Type, string Field), Resolver> resolvers)
    {
        _definitions = new DocumentDefinitions(documents, Errors);
        _resolvers = resolvers;
        _types = BuiltIn.Schema.Types.Where(BuiltIn.IsInEverySchema).ToDictionary(type => type.Name, StringComparer.Ordinal);
    }

    public List<string> Errors { get; } = [];

    public Schema Create()
    {
        foreach (var definitions in _definitions.Types.Where(definitions => !BuiltIn.IsReserved(definitions.Key)))
        {
            // A scalar that the engine has is the engine's.
            _types.Add(
                definitions.Key,
                definitions.First() is ScalarTypeDefinitionNode && BuiltIn.Schema.TryGetType(definitions.Key, out var known) && known is ScalarType
                    ? known
                    : Create(definitions.First(), definitions));
        }

        List<(OperationType Operation, ObjectType Type)> roots = [.. Enum.GetValues<OperationType>().SelectMany(Root)];
        var members = new DocumentMembers(this, _resolvers);
        foreach (var definition in _definitions.Types.SelectMany(definitions => definitions))
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

        var defined = _definitions.All.OfType<DirectiveDefinitionNode>().Select(members.CreateDirective).ToList();
        foreach (var type in _definitions.Types.Select(definitions => Find(definitions.Key)).OfType<ObjectType>())
        {
            type.TypeName = new OutputField("__typename", "The name of the object's type.", new NonNullType(_types["String"]), [])
            {
                Resolver = new ObjectBinding<object>(type.Name),
            };
        }

        foreach (var type in _types.Values.OfType<InputObjectType>())
        {
            type.Binding = new InputObjectBinding(type, (values, _, _) => ToDictionary(type, values));
        }

        Errors.AddRange(SchemaValidator.Validate(new SchemaParts(roots, _types.Values, defined)));
        Errors.AddRange(DirectiveReferences.Check(_definitions.All));
        Errors.AddRange(DirectiveUses.Check(_definitions.All, defined.Concat(BuiltIn.Schema.Directives), coerces: Errors.Count == 0));
        return Errors.Count > 0
            ? throw new SchemaException(Errors)
            : new Schema(
                _definitions.Schema?.Description,
                RootOf(OperationType.Query)!,
                RootOf(OperationType.Mutation),
                RootOf(OperationType.Subscription),
                [.. _types.Values],
                [.. BuiltIn.Schema.Directives, .. defined.Where(directive => !SpecifiedDirectives.IsSpecified(directive.Name))],
                BuiltIn.MetaFields);

        ObjectType? RootOf(OperationType operation) => roots.Find(root => root.Operation == operation).Type;
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

    private IEnumerable<(OperationType Operation, ObjectType Type)> Root(OperationType operation)
    {
        var name = _definitions.RootName(operation, Errors);
        if (name is not null && Find(name) is ObjectType type)
        {
            return [(operation, type)];
        }

        if (name is not null)
        {
            Errors.Add($"The {DocumentDefinitions.Keyword(operation)} type `{name}` is no object type: define it as `type {name}`, or name another.");
        }
        else if (operation == OperationType.Query)
        {
            Errors.Add("The schema has no query type: define `type Query`, or name one in `schema { query: … }`.");
        }

        return [];
    }

    private static NamedType Create(TypeDefinitionNode first, IEnumerable<TypeDefinitionNode> all)
    {
        var (name, description) = (first.Name, first.Description);
        return first switch
        {
            ObjectTypeDefinitionNode => new ObjectType(name, description),
            InterfaceTypeDefinitionNode => new InterfaceType(name, description),
            UnionTypeDefinitionNode => new UnionType(name, description),
            InputObjectTypeDefinitionNode => new InputObjectType(name, description, SyntaxAnnotations.IsOneOf(first.Directives)),
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
