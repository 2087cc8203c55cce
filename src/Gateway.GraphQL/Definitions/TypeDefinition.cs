using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Definitions;

/// <summary>What a schema knows of a C# type. The subclasses are generated at build.</summary>
public abstract class TypeDefinition
{
    private protected TypeDefinition(Type runtimeType) => RuntimeType = runtimeType;

    /// <summary>The C# type.</summary>
    internal Type RuntimeType { get; }
}

/// <summary>The GraphQL type of a C# type.</summary>
public abstract class NamedDefinition : TypeDefinition
{
    private protected NamedDefinition(Type runtimeType, string name, string? description, bool isLeaf = false)
        : base(runtimeType) =>
        (Name, Description, IsLeaf) = (name, description, isLeaf);

    public string Name { get; }

    public string? Description { get; }

    /// <summary>Whether it is an enum, which is the same for results and input.</summary>
    internal bool IsLeaf { get; }

    /// <summary>Creates the type without its fields.</summary>
    internal abstract NamedType Create(DefinitionSet definitions);

    /// <summary>A list of this type as input. Null if <paramref name="itemType"/> is not the C# type of its items.</summary>
    internal virtual Input? ListOf(TypeContext types, Type itemType, Input item, bool asList, int maxItems) => null;
}
