using System.Reflection;

namespace Gateway.GraphQL.Types;

/// <summary>Configures the name and description of an object type.</summary>
public interface IObjectTypeDescriptor
{
    IObjectTypeDescriptor Name(string value);

    IObjectTypeDescriptor Description(string? value);
}

/// <summary>Adds fields to the object type of <typeparamref name="T"/>.</summary>
public interface IObjectTypeDescriptor<T>
{
    /// <summary>Adds a field after those of the C# members and the fields added before.</summary>
    IObjectFieldDescriptor Field(string name);

    IDescriptorExtension Extend();
}

/// <summary>Describes a field. Everything else follows from the resolver's method.</summary>
public interface IObjectFieldDescriptor
{
    IObjectFieldDescriptor Description(string? value);

    /// <summary>Sets the weight of a field that is described in code in an operation's cost.</summary>
    IObjectFieldDescriptor Cost(double weight);

    /// <summary>
    /// Adds an argument that the resolver reads with <see cref="Execution.IResolverContext.ArgumentValue{T}"/>. Its position among the
    /// arguments is that of the <see cref="Execution.IResolverContext"/> among the method's parameters.
    /// </summary>
    IObjectFieldDescriptor Argument(string name, Action<IArgumentDescriptor> configure);

    /// <summary>
    /// Sets the delegate that reads the field from its parent object. The field's type is that of <typeparamref name="TValue"/>.
    /// </summary>
    IObjectFieldDescriptor Resolve<TParent, TValue>(Func<TParent, TValue> resolve);
}

/// <summary>Describes an argument.</summary>
public interface IArgumentDescriptor
{
    IArgumentDescriptor Description(string? value);

    /// <summary>
    /// Sets the C# type that the resolver requests. Reference types are nullable; list items are nullable only if they are
    /// <c>Nullable&lt;T&gt;</c>.
    /// </summary>
    IArgumentDescriptor Type(Type type);

    /// <summary>Sets the maximum number of items of a list, as <c>MaxLengthAttribute</c> does for a parameter.</summary>
    IArgumentDescriptor MaxLength(int items);
}

/// <summary>Names the values of an enum type whose C# type is <typeparamref name="T"/>.</summary>
public interface IEnumTypeDescriptor<in T>
{
    IEnumValueDescriptor Value(T value);

    IDescriptorExtension Extend();
}

/// <summary>Describes a value of an enum type.</summary>
public interface IEnumValueDescriptor
{
    IEnumValueDescriptor Name(string value);

    IEnumValueDescriptor Description(string? value);
}

/// <summary>Gives access to the context of a descriptor.</summary>
public interface IDescriptorExtension
{
    IDescriptorContext Context { get; }
}

/// <summary>The context in which types are described.</summary>
public interface IDescriptorContext
{
    INamingConventions Naming { get; }
}

/// <summary>Names and descriptions of C# members: from attributes, or else from the C# names and the documentation comments.</summary>
public interface INamingConventions
{
    /// <summary>The GraphQL name of a C# enum's value.</summary>
    string GetEnumValueName(object value);

    /// <summary>The description of a C# enum's value; null if it has none.</summary>
    string? GetEnumValueDescription(object value);

    /// <summary>The description of a property or method; null if it has none.</summary>
    string? GetMemberDescription(MemberInfo member, MemberKind kind);
}

/// <summary>What a C# member becomes in a schema.</summary>
public enum MemberKind
{
    InputObjectField,
    ObjectField,
}
