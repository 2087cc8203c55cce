namespace Gateway.GraphQL.Types;

/// <summary>Adds the methods of the class as fields to the query type.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class QueryTypeAttribute : Attribute;

/// <summary>Adds the methods of the class as fields to the mutation type.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MutationTypeAttribute : Attribute;

/// <summary>Adds the members of the class as fields to another type, given by its C# type or by its name in the schema.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class ExtendObjectTypeAttribute : Attribute
{
    public ExtendObjectTypeAttribute(string name) => Name = name;

    public ExtendObjectTypeAttribute(Type extendsType) => ExtendsType = extendsType;

    public string? Name { get; }

    public Type? ExtendsType { get; }
}

/// <inheritdoc />
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExtendObjectTypeAttribute<T>() : ExtendObjectTypeAttribute(typeof(T));

/// <summary>Adds the methods of the static class as fields to the object type of a C# type.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ObjectTypeAttribute<T>() : ExtendObjectTypeAttribute(typeof(T));

/// <summary>Adds the object type of the C# type to the schema, even if no field refers to it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class ObjectTypeAttribute(string? name = null) : Attribute
{
    /// <summary>The type's name; null for that of the C# type.</summary>
    public string? Name { get; set; } = name;
}

/// <summary>
/// Adds the interface type of the C# interface or class to the schema, even if no field refers to it. A class needs this to be an interface
/// type if it is not abstract.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
public sealed class InterfaceTypeAttribute(string? name = null) : Attribute
{
    /// <inheritdoc cref="ObjectTypeAttribute.Name" />
    public string? Name { get; set; } = name;
}

/// <summary>Adds the enum type of the C# enum to the schema, even if only code that describes types refers to it.</summary>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class EnumTypeAttribute(string? name = null) : Attribute
{
    /// <inheritdoc cref="ObjectTypeAttribute.Name" />
    public string? Name { get; set; } = name;
}

/// <summary>Adds the input object type of the C# type to the schema, even if nothing refers to it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class InputObjectTypeAttribute(string? name = null) : Attribute
{
    /// <summary>The type's name; null for that of the C# type, which ends with <c>Input</c>.</summary>
    public string? Name { get; set; } = name;
}

/// <summary>
/// Names the assembly's types: <c>[assembly: Module("Types")]</c> generates <c>AddTypes()</c>, which adds them to a schema.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ModuleAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>
/// Makes the C# interface or abstract class a union of the registered types that derive from it, and adds it to the schema, even if no field
/// refers to it.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
public sealed class UnionTypeAttribute(string? name = null) : Attribute
{
    /// <inheritdoc cref="ObjectTypeAttribute.Name" />
    public string? Name { get; set; } = name;
}

/// <summary>
/// Applies <c>@oneOf</c>: exactly one field of the input object must be provided, and it must not be null (GraphQL September 2025, §3.10.1,
/// https://spec.graphql.org/September2025/#sec-OneOf-Input-Objects).
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class OneOfAttribute : Attribute;

/// <summary>Gives the member or parameter the type <c>ID</c>, or a list of <c>ID</c>.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Method)]
public sealed class IDAttribute : Attribute;

/// <summary>The default value of an argument or input field, as a C# constant.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class DefaultValueAttribute(object? value) : Attribute
{
    public object? Value { get; } = value;
}

/// <summary>The default value of an argument or input field, as a GraphQL literal.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class DefaultValueSyntaxAttribute(string syntax) : Attribute
{
    public string Syntax { get; } = syntax;
}

/// <summary>
/// The most items of a list argument or input field, together with those of lists within it. It has the name of the attribute of
/// <c>System.ComponentModel.DataAnnotations</c>, which native compilation can't have.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class MaxLengthAttribute(int length) : Attribute
{
    public int Length { get; } = length;
}
