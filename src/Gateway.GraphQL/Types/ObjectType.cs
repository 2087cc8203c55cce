namespace Gateway.GraphQL.Types;

/// <summary>An object type (GraphQL September 2025, §3.6, https://spec.graphql.org/September2025/#sec-Objects).</summary>
public sealed class ObjectType(string name, string? description) : ComplexType(name, description)
{
    public override TypeKind Kind => TypeKind.Object;

    /// <summary>The C# type of its values; <see cref="object"/> for a type without a C# type. </summary>
    internal Type RuntimeType { get; init; } = typeof(object);

    /// <summary>Creates the object of a root type; its result is null if the C# type can't be created.</summary>
    internal Func<object?> CreateRoot { get; init; } = static () => null;

    /// <summary>The meta-field <c>__typename</c> (§4.1); set when the schema is completed.</summary>
    internal OutputField TypeName { get; set; } = null!;
}

/// <summary>An interface type (§3.7).</summary>
public sealed class InterfaceType(string name, string? description) : ComplexType(name, description)
{
    public override TypeKind Kind => TypeKind.Interface;
}

/// <summary>A union type (§3.8).</summary>
public sealed class UnionType(string name, string? description) : NamedType(name, description)
{
    private readonly List<ObjectType> _types = [];

    public override TypeKind Kind => TypeKind.Union;

    public IReadOnlyList<ObjectType> Types => _types;

    internal void Add(ObjectType type) => _types.Add(type);
}
