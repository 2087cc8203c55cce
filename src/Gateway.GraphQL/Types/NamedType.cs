using System.Diagnostics.CodeAnalysis;

namespace Gateway.GraphQL.Types;

/// <summary>A type with a name of its own.</summary>
public abstract class NamedType(string name, string? description) : GraphQLType
{
    public string Name => name;

    public string? Description => description;

    public override NamedType Named => this;

    /// <summary>What each value of it adds to an operation's cost (<c>@cost</c>); null for the default.</summary>
    internal double? Cost { get; set; }

    /// <summary>Whether fields of it take a selection set: objects, interfaces and unions.</summary>
    public bool IsComposite => Kind is TypeKind.Object or TypeKind.Interface or TypeKind.Union;

    /// <summary>Whether fields of it take none: scalars and enums.</summary>
    public bool IsLeaf => Kind is TypeKind.Scalar or TypeKind.Enum;

    public override string ToString() => Name;
}

/// <summary>An object or an interface: a type with fields.</summary>
public abstract class ComplexType(string name, string? description) : NamedType(name, description)
{
    private readonly OrderedDictionary<string, OutputField> _fields = new(StringComparer.Ordinal);
    private readonly List<InterfaceType> _interfaces = [];

    /// <summary>In the order of their definition.</summary>
    public IReadOnlyList<OutputField> Fields => _fields.Values;

    /// <summary>All interfaces that it implements, those of its interfaces included (§3.6).</summary>
    public IReadOnlyList<InterfaceType> Interfaces => _interfaces;

    public bool TryGetField(string name, [NotNullWhen(true)] out OutputField? field) => _fields.TryGetValue(name, out field);

    internal bool TryAdd(OutputField field) => _fields.TryAdd(field.Name, field);

    internal void Implement(InterfaceType type)
    {
        if (!_interfaces.Contains(type))
        {
            _interfaces.Add(type);
        }
    }
}
