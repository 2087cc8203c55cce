using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.Types;

/// <summary>An argument (§3.6.1) or a field of an input object (§3.10).</summary>
public sealed class InputField(
    string name, string? description, GraphQLType type, ValueNode? defaultValue = null, string? deprecationReason = null)
{
    public string Name => name;

    public string? Description => description;

    public GraphQLType Type => type;

    /// <summary>A constant literal; null where there is no default (which a default of <c>null</c> is not).</summary>
    public ValueNode? DefaultValue => defaultValue;

    /// <summary>Null where it is not deprecated.</summary>
    public string? DeprecationReason => deprecationReason;

    /// <summary>Whether it must be given (§5.4.2.1).</summary>
    public bool IsRequired => Type.IsNonNull && DefaultValue is null;

    /// <summary>What giving it adds to an operation's cost (<c>@cost</c>); null for nothing.</summary>
    internal double? Cost { get; init; }

    /// <summary>How what is given becomes a C# value; where no C# type says so, by the GraphQL type alone.</summary>
    internal InputBinding Binding { get => field ??= InputBinding.Of(type); init; }
}
