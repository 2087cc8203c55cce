using System.Reflection;

namespace Gateway.GraphQL.Types;

/// <summary>Says of an object type what its C# type does not.</summary>
public interface IObjectTypeDescriptor
{
    IObjectTypeDescriptor Name(string value);

    IObjectTypeDescriptor Description(string? value);
}

/// <summary>Adds fields to the object type that is inferred from <typeparamref name="T"/>.</summary>
public interface IObjectTypeDescriptor<T>
{
    /// <summary>A field behind those that are inferred and those that were added before.</summary>
    IObjectFieldDescriptor Field(string name);

    IDescriptorExtension Extend();
}

/// <summary>Describes a field. What is not said of a resolver's method is inferred from it.</summary>
public interface IObjectFieldDescriptor
{
    IObjectFieldDescriptor Description(string? value);

    /// <summary>
    /// An argument that the resolver reads with <see cref="Execution.IResolverContext.ArgumentValue{T}"/>. It stands where the
    /// method's <see cref="Execution.IResolverContext"/> stands among the parameters.
    /// </summary>
    IObjectFieldDescriptor Argument(string name, Action<IArgumentDescriptor> configure);

    /// <summary>Reads the field off its object; the field's type follows from <typeparamref name="TValue"/>.</summary>
    IObjectFieldDescriptor Resolve<TParent, TValue>(Func<TParent, TValue> resolve);
}

/// <summary>Describes an argument.</summary>
public interface IArgumentDescriptor
{
    IArgumentDescriptor Description(string? value);

    /// <summary>
    /// The C# type that the resolver asks for: nullable where it is a reference, its items only where they are <c>Nullable</c>.
    /// </summary>
    IArgumentDescriptor Type(Type type);
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

/// <summary>What a descriptor knows beside what is said to it.</summary>
public interface IDescriptorExtension
{
    IDescriptorContext Context { get; }
}

/// <summary>What is known where types are described.</summary>
public interface IDescriptorContext
{
    INamingConventions Naming { get; }
}

/// <summary>What is inferred from C# members: from attributes, else from their names and their XML documentation.</summary>
public interface INamingConventions
{
    /// <summary>The GraphQL name of a C# enum's value.</summary>
    string GetEnumValueName(object value);

    /// <summary>The description of a C# enum's value; null where it has none.</summary>
    string? GetEnumValueDescription(object value);

    /// <summary>The description of a property or method; null where it has none.</summary>
    string? GetMemberDescription(MemberInfo member, MemberKind kind);
}

/// <summary>What a C# member stands for in a schema.</summary>
public enum MemberKind
{
    InputObjectField,
    ObjectField,
}
