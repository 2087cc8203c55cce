using System.Collections.Immutable;

namespace Gateway.GraphQL.Language;

/// <summary>
/// An input value in a document (GraphQL September 2025, §2.10, https://spec.graphql.org/September2025/#sec-Input-Values).
/// </summary>
public abstract record ValueNode(Location Location) : SyntaxNode(Location);

/// <summary>The use of a variable as a value.</summary>
public sealed record VariableNode(string Name, Location Location) : ValueNode(Location);

/// <summary>An integer of any size, as its digits.</summary>
public sealed record IntValueNode(string Value, Location Location) : ValueNode(Location);

/// <summary>A number with a fraction or an exponent, as written.</summary>
public sealed record FloatValueNode(string Value, Location Location) : ValueNode(Location);

/// <summary>The value of a string. Escape sequences are replaced, and the common indentation of a block string is removed.</summary>
public sealed record StringValueNode(string Value, bool IsBlock, Location Location) : ValueNode(Location);

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed record BooleanValueNode(bool Value, Location Location) : ValueNode(Location);

/// <summary><c>null</c>.</summary>
public sealed record NullValueNode(Location Location) : ValueNode(Location);

/// <summary>The name of an enum value.</summary>
public sealed record EnumValueNode(string Value, Location Location) : ValueNode(Location);

/// <summary>A list.</summary>
public sealed record ListValueNode(ImmutableArray<ValueNode> Items, Location Location) : ValueNode(Location);

/// <summary>An input object.</summary>
public sealed record ObjectValueNode(ImmutableArray<ObjectFieldNode> Fields, Location Location) : ValueNode(Location);

/// <summary>A field of an input object.</summary>
public sealed record ObjectFieldNode(string Name, ValueNode Value, Location Location) : NamedValueNode(Name, Value, Location);
