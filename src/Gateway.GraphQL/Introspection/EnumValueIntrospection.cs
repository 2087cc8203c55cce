using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Introspection;

/// <summary>A value of an enum.</summary>
[GraphQLName("__EnumValue")]
internal sealed class EnumValueIntrospection(EnumValue value)
{
    /// <summary>The name.</summary>
    public string Name => value.Name;

    /// <summary>What it means.</summary>
    public string? Description => value.Description;

    /// <summary>Whether it should no longer be used.</summary>
    public bool IsDeprecated => value.DeprecationReason is not null;

    /// <summary>Why it should not, and what to use instead.</summary>
    public string? DeprecationReason => value.DeprecationReason;
}
