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
/// <param name="Name">The name.</param>
/// <param name="Description">What it means; null where nothing says so.</param>
/// <param name="DeprecationReason">Null where it is not deprecated.</param>
/// <param name="RuntimeValue">What resolvers get and return for it.</param>
public sealed record EnumValue(string Name, string? Description, string? DeprecationReason, object RuntimeValue);
