using Gateway.GraphQL.CostAnalysis;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Execution.Fields;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Definitions;

/// <summary>Builds a schema from annotated C# types, which the generator defines by HotChocolate's rules.</summary>
public sealed class SchemaBuilder
{
    private readonly List<Type> _types = [];
    private readonly List<CachedFragment> _cachedFragments = [];
    private readonly List<FieldText> _fieldTexts = [];
    private readonly List<ListText> _listTexts = [];
    private readonly DefinitionSet _definitions = new();
    private RootDefinition? _query;
    private RootDefinition? _mutation;
    private string? _description;

    private SchemaBuilder()
    {
    }

    /// <summary>The weights of filters and orders, which the schema shows.</summary>
    internal CostOptions Costs { get; set; } = new();

    public static SchemaBuilder New() => new SchemaBuilder().AddGeneratedTypes();

    /// <summary>Adds a query type named <c>Query</c>, whose fields come from extensions.</summary>
    public SchemaBuilder AddQueryType() => SetRoot(ref _query, new RootDefinition("Query"));

    /// <summary>Adds a query type with a name and a description.</summary>
    public SchemaBuilder AddQueryType(Action<IObjectTypeDescriptor> configure)
    {
        var query = new RootDefinition("Query");
        configure(query);
        return SetRoot(ref _query, query);
    }

    /// <summary>Adds a query type with the fields of a class.</summary>
    public SchemaBuilder AddQueryType(Type type) => SetRoot(ref _query, new RootDefinition("Query", type));

    /// <inheritdoc cref="AddQueryType(Type)" />
    public SchemaBuilder AddQueryType<[SchemaType] T>() => AddQueryType(typeof(T));

    /// <summary>Adds a mutation type named <c>Mutation</c>, whose fields come from extensions.</summary>
    public SchemaBuilder AddMutationType() => SetRoot(ref _mutation, new RootDefinition("Mutation"));

    /// <summary>Adds a mutation type with the fields of a class.</summary>
    public SchemaBuilder AddMutationType(Type type) =>
        SetRoot(ref _mutation, new RootDefinition("Mutation", type));

    /// <inheritdoc cref="AddMutationType(Type)" />
    public SchemaBuilder AddMutationType<[SchemaType] T>() => AddMutationType(typeof(T));

    /// <summary>
    /// Adds a class whose members become fields of another type (<see cref="QueryTypeAttribute"/>, <see cref="MutationTypeAttribute"/>,
    /// <see cref="ExtendObjectTypeAttribute"/>).
    /// </summary>
    public SchemaBuilder AddTypeExtension(Type type) => AddType(type);

    /// <inheritdoc cref="AddTypeExtension(Type)" />
    public SchemaBuilder AddTypeExtension<[SchemaType] T>() => AddType(typeof(T));

    /// <summary>
    /// Adds a type that no field refers to, such as an implementation of an interface. Also adds extensions, and classes that describe a
    /// type in code (<see cref="ObjectType{T}"/>, <see cref="EnumType{T}"/>).
    /// </summary>
    public SchemaBuilder AddType(Type type)
    {
        if (!_types.Contains(type))
        {
            _types.Add(type);
        }

        return this;
    }

    /// <inheritdoc cref="AddType(Type)" />
    public SchemaBuilder AddType<[SchemaType] T>() => AddType(typeof(T));

    /// <summary>Adds what the generator wrote about C# types. They become part of the schema when something refers to them.</summary>
    public SchemaBuilder AddDefinitions(params ReadOnlySpan<TypeDefinition> definitions)
    {
        foreach (var definition in definitions)
        {
            _definitions.Add(definition);
        }

        return this;
    }

    /// <summary>Sets the description of the schema.</summary>
    public SchemaBuilder SetDescription(string description)
    {
        _description = description;
        return this;
    }

    /// <summary>
    /// Caches the JSON of objects of a C# type with the objects, which must be immutable. It is used for operations that are prepared once
    /// and executed again with the same variables.
    /// </summary>
    /// <param name="of">Gets the object's cache.</param>
    /// <param name="volatileFields">The names of fields that may change; they are written each time.</param>
    public SchemaBuilder CacheFragments<T>(Func<T, IResponseFragments> of, params string[] volatileFields)
    {
        _cachedFragments.Add(new CachedFragment<T>(of, volatileFields));
        return this;
    }

    /// <summary>Copies a leaf field of a C# type from JSON that its objects store.</summary>
    /// <param name="field">The name of the field in the schema.</param>
    /// <param name="text">Gets the JSON, which must equal the JSON of the field's value.</param>
    public SchemaBuilder WriteLeaf<T>(string field, LeafText<T> text)
    {
        _fieldTexts.Add(new FieldText<T>(field, text));
        return this;
    }

    /// <summary>Copies lists of a C# type from JSON that they store.</summary>
    /// <typeparam name="TList">The type of the fields: a list of leaves.</typeparam>
    /// <param name="text">Gets the JSON, which must equal the JSON of the list.</param>
    public SchemaBuilder WriteLeaves<TList>(LeafText<TList> text)
    {
        _listTexts.Add(new ListText<TList>(text));
        return this;
    }

    /// <exception cref="SchemaException">The schema is invalid. The message lists all errors.</exception>
    public Schema Create()
    {
        var query = _query ?? throw new SchemaException("The schema has no query type: call AddQueryType.");
        var schema = new SchemaFactory(query, _mutation, _types, _listTexts, _definitions, Costs).Create(_description);
        _fieldTexts.ForEach(text => text.Bind(schema));
        _cachedFragments.ForEach(fragment => fragment.Bind(schema));
        return schema;
    }

    private SchemaBuilder SetRoot(ref RootDefinition? root, RootDefinition definition)
    {
        root = root is null ? definition : throw new SchemaException($"The root type `{definition.Name}` is given twice.");
        return this;
    }
}
