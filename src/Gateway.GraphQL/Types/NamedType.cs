using System.Diagnostics.CodeAnalysis;

namespace Gateway.GraphQL.Types;

/// <summary>A type with a name, as opposed to a list or non-null type.</summary>
public abstract class NamedType(string name, string? description) : GraphQLType
{
    private int? _longestList;

    public string Name => name;

    public string? Description => description;

    public override NamedType Named => this;

    /// <summary>The weight that each value adds to an operation's cost (<c>@cost</c>); null for the default.</summary>
    internal double? Cost { get; set; }

    /// <summary>
    /// The most items that any argument or input field takes in a list of this type. A longer list in a variable need not be read.
    /// </summary>
    internal int LongestList => _longestList ?? int.MaxValue;

    /// <summary>Whether it is an object, interface or union: its fields need a selection set.</summary>
    public bool IsComposite => Kind is TypeKind.Object or TypeKind.Interface or TypeKind.Union;

    /// <summary>Whether it is a scalar or enum: its fields have no selection set.</summary>
    public bool IsLeaf => Kind is TypeKind.Scalar or TypeKind.Enum;

    public override string ToString() => Name;

    internal void AddList(int maxItems) => _longestList = Math.Max(_longestList ?? 0, maxItems);
}

/// <summary>A type with fields: an object or interface.</summary>
public abstract class ComplexType(string name, string? description) : NamedType(name, description)
{
    private readonly OrderedDictionary<string, OutputField> _fields = new(StringComparer.Ordinal);
    private readonly List<InterfaceType> _interfaces = [];

    /// <summary>The fields, in the order of their definition.</summary>
    public IReadOnlyList<OutputField> Fields => _fields.Values;

    /// <summary>
    /// All implemented interfaces, including those of its interfaces (GraphQL September 2025, §3.6,
    /// https://spec.graphql.org/September2025/#sec-Objects).
    /// </summary>
    public IReadOnlyList<InterfaceType> Interfaces => _interfaces;

    public bool TryGetField(string name, [NotNullWhen(true)] out OutputField? field) => _fields.TryGetValue(name, out field);

    internal bool TryAdd(OutputField field) => _fields.TryAdd(field.Name, field);

    internal void Implement(InterfaceType type) => _interfaces.Add(type);
}
