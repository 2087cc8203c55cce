using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Tests.SchemaFirst;

/// <summary>
/// The definitions of documents with their extensions (GraphQL September 2025, §3.3 and §3.4.3,
/// https://spec.graphql.org/September2025/#sec-Type-Extensions). What is defined twice, or extends nothing, is an error and left out.
/// </summary>
internal sealed class DocumentDefinitions
{
    private readonly List<SchemaDefinitionNode> _schemas;
    private readonly Dictionary<string, TypeDefinitionNode> _defined = new(StringComparer.Ordinal);

    public DocumentDefinitions(IEnumerable<DocumentNode> documents, List<string> errors)
    {
        All = [.. documents.SelectMany(document => document.Definitions).OfType<TypeSystemDefinitionNode>()];
        _schemas = [.. All.OfType<SchemaDefinitionNode>().OrderBy(schema => schema.IsExtension)];
        if (_schemas.Count(schema => !schema.IsExtension) > 1)
        {
            errors.Add("The schema is defined twice: keep one definition, or make the others `extend schema`.");
        }

        foreach (var type in All.OfType<TypeDefinitionNode>().Where(type => !type.IsExtension))
        {
            if (BuiltIn.IsReserved(type.Name))
            {
                errors.Add($"The type `{type.Name}` is built in and can't be defined: remove or rename it.");
            }
            else if (!_defined.TryAdd(type.Name, type))
            {
                errors.Add($"The type `{type.Name}` is defined twice: rename one, or extend the other.");
            }
        }

        var extensions = All.OfType<TypeDefinitionNode>().Where(type => type.IsExtension && CanExtend(type, errors));
        Types = _defined.Values.Concat(extensions).ToLookup(type => type.Name, StringComparer.Ordinal);
        Schema = _schemas.FirstOrDefault(schema => !schema.IsExtension);
        if (Schema is null && _schemas.Count > 0 && !_defined.ContainsKey("Query"))
        {
            errors.Add("`extend schema` has no schema to extend: define it as `schema { query: … }`, or define the type `Query`.");
        }
    }

    public IReadOnlyList<TypeSystemDefinitionNode> All { get; }

    /// <summary>The definition of each type, followed by its extensions.</summary>
    public ILookup<string, TypeDefinitionNode> Types { get; }

    /// <summary>The definition of the schema; null if it is omitted.</summary>
    public SchemaDefinitionNode? Schema { get; }

    /// <summary>The name of a root type: that of the schema's definition or extensions, or else the default (§3.3.1).</summary>
    public string? RootName(OperationType operation, List<string> errors)
    {
        var names = _schemas.SelectMany(schema => schema.OperationTypes).Where(root => root.Operation == operation).Select(root => root.Type.Name);
        if (Schema is null && _defined.ContainsKey($"{operation}"))
        {
            names = names.Prepend($"{operation}");
        }

        var all = names.ToList();
        if (all.Count > 1)
        {
            errors.Add($"The schema has two {Keyword(operation)} types, `{all[0]}` and `{all[1]}`: keep one.");
        }

        return all.FirstOrDefault();
    }

    public static string Keyword(OperationType operation) => operation.ToString().ToLowerInvariant();

    private static string KindOf(TypeDefinitionNode type) => type switch
    {
        ScalarTypeDefinitionNode => "scalar",
        ObjectTypeDefinitionNode => "type",
        InterfaceTypeDefinitionNode => "interface",
        UnionTypeDefinitionNode => "union",
        EnumTypeDefinitionNode => "enum",
        _ => "input",
    };

    private bool CanExtend(TypeDefinitionNode extension, List<string> errors)
    {
        var (name, kind) = (extension.Name, KindOf(extension));
        if (extension is ScalarTypeDefinitionNode && BuiltIn.IsReserved(name))
        {
            return true;
        }

        if (!_defined.TryGetValue(name, out var defined))
        {
            errors.Add($"`extend {kind} {name}` has no type to extend: define `{kind} {name}`.");
            return false;
        }

        if (KindOf(defined) != kind)
        {
            errors.Add($"`extend {kind} {name}` has another kind than the type: write `extend {KindOf(defined)} {name}`.");
            return false;
        }

        if (SyntaxAnnotations.IsOneOf(extension.Directives))
        {
            errors.Add($"`extend input {name}` has @oneOf, which only a definition can have: write `input {name} @oneOf`.");
        }

        return true;
    }
}
