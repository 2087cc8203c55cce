using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types;

/// <summary>A valid and immutable schema (GraphQL September 2025, §3.3, https://spec.graphql.org/September2025/#sec-Schema).</summary>
public sealed class Schema
{
    private readonly FrozenDictionary<string, NamedType> _types;
    private readonly FrozenDictionary<string, DirectiveType> _directives;
    private readonly FrozenDictionary<NamedType, FrozenSet<ObjectType>> _possibleTypes;
    private readonly FrozenDictionary<Type, ObjectType> _byRuntimeType;
    private readonly FrozenSet<NamedType> _reachesAsync;
    private readonly FrozenDictionary<string, OutputField> _metaFields;
    private readonly ConcurrentDictionary<Type, ObjectType?> _derivedTypes = [];
    private readonly ConcurrentDictionary<Type, object> _rootValues = [];

    internal Schema(
        string? description,
        ObjectType query,
        ObjectType? mutation,
        ObjectType? subscription,
        IReadOnlyList<NamedType> types,
        IReadOnlyList<DirectiveType> directives,
        IReadOnlyList<OutputField> metaFields)
    {
        (Description, QueryType, MutationType, SubscriptionType) = (description, query, mutation, subscription);
        (Types, Directives) = (types, directives);
        _types = Types.ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);
        _directives = Directives.ToFrozenDictionary(directive => directive.Name, StringComparer.Ordinal);
        _possibleTypes = TypeRelations.PossibleTypes(Types).ToFrozenDictionary(p => p.Key, p => p.Value.ToFrozenSet());
        _byRuntimeType = Types.OfType<ObjectType>()
            .Where(type => type.RuntimeType != typeof(object))
            .ToFrozenDictionary(type => type.RuntimeType);
        _reachesAsync = TypeRelations.ReachingAsync(Types, _possibleTypes);
        _metaFields = metaFields.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);
    }

    public string? Description { get; }

    public ObjectType QueryType { get; }

    public ObjectType? MutationType { get; }

    /// <summary>
    /// The subscription type. Subscriptions are validated but can't be executed, because no transport supports response streams.
    /// </summary>
    public ObjectType? SubscriptionType { get; }

    /// <summary>All named types, with the built-in scalars and the introspection types.</summary>
    public IReadOnlyList<NamedType> Types { get; }

    public IReadOnlyList<DirectiveType> Directives { get; }

    /// <summary>The services that resolvers need.</summary>
    public IReadOnlyList<ServiceUse> Services { get; init; } = [];

    public bool TryGetType(string name, [NotNullWhen(true)] out NamedType? type) => _types.TryGetValue(name, out type);

    public bool TryGetDirective(string name, [NotNullWhen(true)] out DirectiveType? directive) =>
        _directives.TryGetValue(name, out directive);

    /// <summary>The root type of a kind of operation; null if the schema has none.</summary>
    public ObjectType? RootType(OperationType operation) => operation switch
    {
        OperationType.Query => QueryType,
        OperationType.Mutation => MutationType,
        _ => SubscriptionType,
    };

    /// <summary>The possible object types of a type (GetPossibleTypes, §5.5.2.3). Empty for a leaf type.</summary>
    public FrozenSet<ObjectType> PossibleTypes(NamedType type) =>
        _possibleTypes.TryGetValue(type, out var types) ? types : FrozenSet<ObjectType>.Empty;

    /// <summary>Gets a field by its name, including the meta-fields of introspection (§4).</summary>
    public bool TryGetField(NamedType type, string name, [NotNullWhen(true)] out OutputField? field)
    {
        field = null;
        if (type is ComplexType complex && complex.TryGetField(name, out field))
        {
            return true;
        }

        if (name == "__typename" && type.IsComposite)
        {
            field = (type as ObjectType ?? QueryType).TypeName;
        }
        else if (type == QueryType)
        {
            _metaFields.TryGetValue(name, out field);
        }

        return field is not null;
    }

    /// <summary>The type of a reference in a document; null for an unknown name.</summary>
    public GraphQLType? Resolve(TypeNode reference) => reference switch
    {
        NamedTypeNode named => TryGetType(named.Name, out var type) ? type : null,
        ListTypeNode list => Resolve(list.Type) is { } item ? new ListType(item) : null,
        NonNullTypeNode nonNull => Resolve(nonNull.Type) is { } nullable ? new NonNullType(nullable) : null,
        _ => null,
    };

    /// <summary>The schema in the schema definition language.</summary>
    public override string ToString() => SchemaPrinter.Print(this);

    internal OutputField FieldOf(ObjectType type, string name) => TryGetField(type, name, out var field)
        ? field
        : throw new InvalidOperationException($"`{type}` has no field `{name}`: the document was not validated.");

    internal bool IsPossibleType(string name, ObjectType type) =>
        TryGetType(name, out var condition) && PossibleTypes(condition).Contains(type);

    internal bool ReachesAsync(NamedType type) => _reachesAsync.Contains(type);

    /// <summary>The object of a root type: a service if its class is registered as one, or else a shared instance.</summary>
    internal object? RootValue(ObjectType root, IServiceProvider? services)
    {
        var type = root.RuntimeType;
        return type == typeof(object)
            ? null
            : services?.GetService(type) ?? _rootValues.GetOrAdd(
                type,
                static (type, root) => root.CreateRoot() ?? throw new InvalidOperationException(
                    $"{type} is no registered service, and has no public constructor without parameters."),
                root);
    }

    /// <summary>The object type of a value of <paramref name="type"/>; null if no possible type matches the value.</summary>
    internal ObjectType? ObjectTypeOf(object value, NamedType type)
    {
        if (type is ObjectType objectType)
        {
            return objectType;
        }

        var found = _byRuntimeType.TryGetValue(value.GetType(), out var exact)
            ? exact
            : _derivedTypes.GetOrAdd(value.GetType(), FindBase);
        return found is not null && PossibleTypes(type).Contains(found) ? found : null;
    }

    private ObjectType? FindBase(Type runtimeType) => runtimeType.BaseType is { } type
        ? _byRuntimeType.TryGetValue(type, out var found) ? found : FindBase(type)
        : null;
}
