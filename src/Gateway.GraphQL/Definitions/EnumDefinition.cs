using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Definitions;

/// <summary>Defines the enum type of a C# enum.</summary>
public abstract class EnumDefinition<T>(string name, string? description) : NamedDefinition(name, description)
    where T : struct, Enum
{
    internal sealed override Type RuntimeType => typeof(T);

    internal sealed override bool IsLeaf => true;

    protected abstract EnumValue[] Values { get; }

    internal sealed override NamedType Create(DefinitionSet definitions) =>
        new EnumType(Name, Description, Values) { Indices = (Func<T, int>)IndexOf };

    internal sealed override Input? ListOf(TypeContext types, Type itemType, Input item, bool asList, int maxItems) =>
        itemType == typeof(T) ? types.InputList<T>(item, asList, maxItems) : types.InputList<T?>(item, asList, maxItems);

    /// <summary>The index of a value in <see cref="Values"/>; -1 for a value that the schema does not have.</summary>
    protected abstract int IndexOf(T value);
}

/// <summary>Defines the enum type of a C# type whose values are described in code.</summary>
public abstract class DescribedEnumDefinition<T>(string name, string? description) : NamedDefinition(name, description)
    where T : notnull
{
    internal sealed override Type RuntimeType => typeof(T);

    internal sealed override bool IsLeaf => true;

    /// <summary>The values, which are found by their equality.</summary>
    protected abstract EnumType<T> Values { get; }

    internal sealed override Input? ListOf(TypeContext types, Type itemType, Input item, bool asList, int maxItems) =>
        itemType == typeof(T) ? types.InputList<T>(item, asList, maxItems) : null;

    internal sealed override NamedType Create(DefinitionSet definitions) =>
        new EnumType(Name, Description, ((IDescribedEnum)Values).Describe(new DescriptorContext(definitions)));
}
