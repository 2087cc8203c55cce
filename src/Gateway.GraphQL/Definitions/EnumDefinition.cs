using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Definitions;

/// <summary>Defines the enum type of a C# enum.</summary>
public abstract class EnumDefinition<T>(string name, string? description) : EnumDefinition(typeof(T), name, description)
    where T : struct, Enum
{
    private protected sealed override Delegate Indices => (Func<T, int>)IndexOf;

    internal sealed override Input? ListOf(TypeContext types, Type itemType, Input item, bool asList, int maxItems) =>
        itemType == typeof(T) ? types.InputList<T>(item, asList, maxItems) : types.InputList<T?>(item, asList, maxItems);

    /// <summary>The index of a value in <see cref="EnumDefinition.Values"/>; -1 for a value that the schema does not have.</summary>
    protected abstract int IndexOf(T value);
}

/// <summary>What does not depend on the C# enum, and so is compiled once.</summary>
public abstract class EnumDefinition : NamedDefinition
{
    private protected EnumDefinition(Type type, string name, string? description)
        : base(type, name, description, isLeaf: true)
    {
    }

    protected abstract EnumValue[] Values { get; }

    private protected abstract Delegate Indices { get; }

    internal sealed override NamedType Create(DefinitionSet definitions) => new EnumType(Name, Description, Values) { Indices = Indices };
}

/// <summary>Defines the enum type of a C# type whose values are described in code.</summary>
public abstract class DescribedEnumDefinition<T>(string name, string? description)
    : NamedDefinition(typeof(T), name, description, isLeaf: true)
    where T : notnull
{
    /// <summary>The values, which are found by their equality.</summary>
    protected abstract EnumType<T> Values { get; }

    internal sealed override Input? ListOf(TypeContext types, Type itemType, Input item, bool asList, int maxItems) =>
        itemType == typeof(T) ? types.InputList<T>(item, asList, maxItems) : null;

    internal sealed override NamedType Create(DefinitionSet definitions) =>
        new EnumType(Name, Description, ((IDescribedEnum)Values).Describe(new DescriptorContext(definitions)));
}
