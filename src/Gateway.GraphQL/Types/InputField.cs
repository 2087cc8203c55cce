using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.Types;

/// <summary>An argument (§3.6.1) or a field of an input object (§3.10).</summary>
public sealed class InputField
{
    internal InputField(string name, string? description, GraphQLType type, ValueNode? defaultValue, string? deprecationReason)
    {
        Name = name;
        Description = description;
        Type = type;
        DefaultValue = defaultValue;
        DeprecationReason = deprecationReason;
    }

    public string Name { get; }

    public string? Description { get; }

    public GraphQLType Type { get; }

    /// <summary>A constant literal; null where there is no default (which a default of <c>null</c> is not).</summary>
    public ValueNode? DefaultValue { get; }

    /// <summary>Null where it is not deprecated.</summary>
    public string? DeprecationReason { get; }

    /// <summary>Whether it must be given (§5.4.2.1).</summary>
    public bool IsRequired => Type.IsNonNull && DefaultValue is null;

    /// <summary>What giving it adds to an operation's cost (<c>@cost</c>); null for nothing.</summary>
    internal double? Cost { get; init; }

    /// <summary>How what is given becomes a C# value; set when the schema is completed.</summary>
    internal InputBinding Binding { get; set; } = null!;
}
