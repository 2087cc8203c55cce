using System.Diagnostics.CodeAnalysis;

namespace Gateway.GraphQL.Types;

/// <summary>A type with a name of its own.</summary>
public abstract class NamedType : GraphQLType
{
    private protected NamedType(string name, string? description)
    {
        Name = name;
        Description = description;
    }

    public string Name { get; }

    public string? Description { get; }

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
public abstract class ComplexType : NamedType
{
    private readonly Dictionary<string, OutputField> _byName = new(StringComparer.Ordinal);
    private readonly List<OutputField> _fields = [];
    private readonly List<InterfaceType> _interfaces = [];

    private protected ComplexType(string name, string? description)
        : base(name, description)
    {
    }

    /// <summary>In the order of their definition.</summary>
    public IReadOnlyList<OutputField> Fields => _fields;

    /// <summary>All interfaces that it implements, those of its interfaces included (§3.6).</summary>
    public IReadOnlyList<InterfaceType> Interfaces => _interfaces;

    public bool TryGetField(string name, [NotNullWhen(true)] out OutputField? field) => _byName.TryGetValue(name, out field);

    internal bool TryAdd(OutputField field)
    {
        if (!_byName.TryAdd(field.Name, field))
        {
            return false;
        }

        _fields.Add(field);
        return true;
    }

    internal void Implement(InterfaceType type)
    {
        if (!_interfaces.Contains(type))
        {
            _interfaces.Add(type);
        }
    }
}
