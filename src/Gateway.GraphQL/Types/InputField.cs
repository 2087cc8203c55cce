using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.Types;

/// <summary>
/// An argument (GraphQL September 2025, §3.6.1, https://spec.graphql.org/September2025/#sec-Field-Arguments) or a field of an input object
/// (§3.10).
/// </summary>
public sealed class InputField(
    string name, string? description, GraphQLType type, ValueNode? defaultValue = null, string? deprecationReason = null)
{
    public string Name => name;

    public string? Description => description;

    public GraphQLType Type => type;

    /// <summary>
    /// The default value as a constant literal. Null if there is none; a default of <c>null</c> is a <see cref="NullValueNode"/>.
    /// </summary>
    public ValueNode? DefaultValue => defaultValue;

    /// <summary>Why the field is deprecated; null if it is not.</summary>
    public string? DeprecationReason => deprecationReason;

    /// <summary>Whether a value must be provided (§5.4.3).</summary>
    public bool IsRequired => Type.IsNonNull && DefaultValue is null;

    /// <summary>The name of the C# property of an input object's field; null if it has none.</summary>
    internal string? MemberName { get; init; }

    /// <summary>The weight that a provided value adds to an operation's cost (<c>@cost</c>); null for none.</summary>
    internal double? Cost { get; init; }

    /// <summary>Coerces provided values to the C# type. Without a C# type, the GraphQL type decides.</summary>
    internal InputBinding Binding { get => field ??= InputBinding.Of(type); init; }
}
