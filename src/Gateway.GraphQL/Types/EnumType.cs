using System.Diagnostics.CodeAnalysis;

namespace Gateway.GraphQL.Types;

/// <summary>An enum type (GraphQL September 2025, §3.9, https://spec.graphql.org/September2025/#sec-Enums).</summary>
public sealed class EnumType : NamedType
{
    private readonly Dictionary<string, EnumValue> _byName = new(StringComparer.Ordinal);

    internal EnumType(string name, string? description, IReadOnlyList<EnumValue> values)
        : base(name, description)
    {
        Values = values;
        foreach (var value in values)
        {
            // Validation refuses a second value of a name.
            _byName.TryAdd(value.Name, value);
        }
    }

    public override TypeKind Kind => TypeKind.Enum;

    public IReadOnlyList<EnumValue> Values { get; }

    /// <summary>A <c>Func&lt;T, int&gt;</c> that finds the index of a C# value; null if values are found by their equality.</summary>
    internal Delegate? Indices { get; init; }

    public bool TryGetValue(string name, [NotNullWhen(true)] out EnumValue? value) => _byName.TryGetValue(name, out value);
}

/// <summary>A value of an enum (§3.9).</summary>
/// <param name="Name">The name in the schema.</param>
/// <param name="Description">The description; null for none.</param>
/// <param name="DeprecationReason">Why the value is deprecated; null if it is not.</param>
/// <param name="RuntimeValue">The C# value that resolvers receive and return.</param>
public sealed record EnumValue(string Name, string? Description, string? DeprecationReason, object RuntimeValue);
