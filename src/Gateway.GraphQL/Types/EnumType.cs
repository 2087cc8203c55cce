using System.Diagnostics.CodeAnalysis;

namespace Gateway.GraphQL.Types;

/// <summary>An enum type (§3.9).</summary>
public sealed class EnumType : NamedType
{
    private readonly Dictionary<string, EnumValue> _byName = new(StringComparer.Ordinal);

    internal EnumType(string name, string? description, IReadOnlyList<EnumValue> values)
        : base(name, description)
    {
        Values = values;
        foreach (var value in values)
        {
            if (!_byName.TryAdd(value.Name, value))
            {
                throw new SchemaException($"The enum `{name}` has two values named `{value.Name}`.");
            }
        }
    }

    public override TypeKind Kind => TypeKind.Enum;

    public IReadOnlyList<EnumValue> Values { get; }

    public bool TryGetValue(string name, [NotNullWhen(true)] out EnumValue? value) => _byName.TryGetValue(name, out value);
}

/// <summary>A value of an enum (§3.9).</summary>
public sealed class EnumValue
{
    internal EnumValue(string name, string? description, string? deprecationReason, object runtimeValue)
    {
        Name = name;
        Description = description;
        DeprecationReason = deprecationReason;
        RuntimeValue = runtimeValue;
    }

    public string Name { get; }

    public string? Description { get; }

    /// <summary>Null where it is not deprecated.</summary>
    public string? DeprecationReason { get; }

    /// <summary>What resolvers get and return for it.</summary>
    public object RuntimeValue { get; }
}
