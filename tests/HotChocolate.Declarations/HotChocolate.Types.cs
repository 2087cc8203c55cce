using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using HotChocolate.Features;
using HotChocolate.Language;
using HotChocolate.Resolvers;
using HotChocolate.Text.Json;
using HotChocolate.Types.Descriptors;
using HotChocolate.Types.Descriptors.Configurations;
using Microsoft.Extensions.DependencyInjection;

namespace HotChocolate.Types;

public abstract class DescriptorAttribute : Attribute
{
    public int Order { get; set; }

    public bool RequiresAttributeProvider { get; protected set; }

    protected internal abstract void TryConfigure(
        IDescriptorContext context, IDescriptor descriptor, ICustomAttributeProvider? attributeProvider);
}

[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method, Inherited = true, AllowMultiple = true)]
public abstract class ObjectFieldDescriptorAttribute : DescriptorAttribute
{
    protected internal sealed override void TryConfigure(
        IDescriptorContext context, IDescriptor descriptor, ICustomAttributeProvider? attributeProvider) =>
        throw null!;

    protected abstract void OnConfigure(IDescriptorContext context, IObjectFieldDescriptor descriptor, MemberInfo? member);
}

[AttributeUsage(AttributeTargets.Parameter, Inherited = true, AllowMultiple = true)]
public abstract class ArgumentDescriptorAttribute : DescriptorAttribute
{
    protected internal sealed override void TryConfigure(
        IDescriptorContext context, IDescriptor descriptor, ICustomAttributeProvider? attributeProvider) =>
        throw null!;

    protected abstract void OnConfigure(IDescriptorContext context, IArgumentDescriptor descriptor, ParameterInfo? parameter);
}

public interface IInputValueFormatter
{
    object? Format(object? originalValue);
}

public enum BindingBehavior
{
    Implicit = 0,
    Explicit = 1,
}

[Flags]
public enum ScalarSerializationType
{
    Undefined = 0,
    String = 1,
}

public class LeafCoercionException : GraphQLException
{
    public LeafCoercionException(string message, ITypeSystemMember type, Path? path = null)
        : base(message) =>
        throw null!;

    public LeafCoercionException(IError error, ITypeSystemMember type, Path? path = null)
        : base(error) =>
        throw null!;
}

public interface ITypeSystemMember;

public abstract class ScalarType : ITypeDefinition, IInputType, ITypeSystemMember
{
    protected ScalarType(string name, BindingBehavior bind = BindingBehavior.Explicit) => throw null!;

    public string Name => throw null!;

    public string? Description { get; protected set; }

    public string? SpecifiedBy { get; protected set; }

    public abstract ScalarSerializationType SerializationType { get; }

    public virtual bool IsValueCompatible(IValueNode valueLiteral) => throw null!;

    public virtual bool IsValueCompatible(JsonElement inputValue) => throw null!;

    public abstract object CoerceInputLiteral(IValueNode valueLiteral);

    public abstract object CoerceInputValue(JsonElement inputValue, IFeatureProvider context);
}

public abstract class ScalarType<TRuntimeType>(string name, BindingBehavior bind = BindingBehavior.Explicit) : ScalarType(name, bind)
    where TRuntimeType : notnull
{
    protected abstract void OnCoerceOutputValue(TRuntimeType runtimeValue, ResultElement resultValue);

    protected abstract IValueNode OnValueToLiteral(TRuntimeType runtimeValue);
}

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = true, AllowMultiple = true)]
public abstract class ObjectTypeDescriptorAttribute : DescriptorAttribute
{
    protected internal sealed override void TryConfigure(
        IDescriptorContext context, IDescriptor descriptor, ICustomAttributeProvider? attributeProvider) =>
        throw null!;

    protected abstract void OnConfigure(IDescriptorContext context, IObjectTypeDescriptor descriptor, Type? type);
}

[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ObjectTypeAttribute<T> : Attribute
{
    public Type Type => typeof(T);
}

public sealed class QueryTypeAttribute : ObjectTypeDescriptorAttribute
{
    public bool Inherited { get; set; }

    public bool IncludeStaticMembers { get; set; }

    protected override void OnConfigure(IDescriptorContext context, IObjectTypeDescriptor descriptor, Type? type) => throw null!;
}

public interface IDescriptor;

public interface IDescriptor<out T> : IDescriptor
    where T : TypeSystemConfiguration
{
    IDescriptorExtension<T> Extend();
}

public interface IHasDescriptorContext
{
    IDescriptorContext Context { get; }
}

public interface IDescriptorExtension<out T> : IHasDescriptorContext
    where T : TypeSystemConfiguration
{
    T Configuration { get; }
}

public interface IObjectTypeDescriptor : IDescriptor<ObjectTypeConfiguration>
{
    IObjectTypeDescriptor Name(string value);

    IObjectTypeDescriptor Description(string? value);
}

public interface IObjectTypeDescriptor<TRuntimeType> : IDescriptor<ObjectTypeConfiguration>
{
    IObjectFieldDescriptor Field(Expression<Func<TRuntimeType, object?>> propertyOrMethod);

    IObjectFieldDescriptor Field<TValue>(Expression<Func<TRuntimeType, TValue?>> propertyOrMethod);

    IObjectFieldDescriptor Field(string name);

    IObjectFieldDescriptor Field<TResolver>(Expression<Func<TResolver, object?>> propertyOrMethod);

    IObjectFieldDescriptor Field(MemberInfo propertyOrMethod);
}

public interface IObjectFieldDescriptor : IDescriptor<ObjectFieldConfiguration>
{
    IObjectFieldDescriptor Description(string? value);

    IObjectFieldDescriptor Type<TOutputType>()
        where TOutputType : class, IOutputType;

    IObjectFieldDescriptor Type<TOutputType>(TOutputType outputType)
        where TOutputType : class, IOutputType;

    IObjectFieldDescriptor Type(ITypeNode typeNode);

    IObjectFieldDescriptor Type(Type type);

    IObjectFieldDescriptor Argument(string argumentName, Action<IArgumentDescriptor> argumentDescriptor);

    IObjectFieldDescriptor Resolve(FieldResolverDelegate fieldResolver);

    IObjectFieldDescriptor Resolve(FieldResolverDelegate fieldResolver, Type? resultType);
}

public static class ResolveObjectFieldDescriptorExtensions
{
    // HotChocolate has these overloads, but no field of the gateway is constant. Here they fail, because they take any function that is not
    // a resolver.
    private const string ConstantResult = "Binds as a constant, not as a resolver.";

    public static IObjectFieldDescriptor Resolve(this IObjectFieldDescriptor descriptor, Func<IResolverContext, object?> resolver) =>
        throw null!;

    public static IObjectFieldDescriptor Resolve(
        this IObjectFieldDescriptor descriptor, Func<IResolverContext, Task<object?>?> resolver) =>
        throw null!;

    public static IObjectFieldDescriptor Resolve<TResult>(
        this IObjectFieldDescriptor descriptor, Func<IResolverContext, TResult> resolver) =>
        throw null!;

    public static IObjectFieldDescriptor Resolve<TResult>(
        this IObjectFieldDescriptor descriptor, Func<IResolverContext, Task<TResult>?> resolver) =>
        throw null!;

    public static IObjectFieldDescriptor Resolve(this IObjectFieldDescriptor descriptor, Func<object?> resolver) => throw null!;

    public static IObjectFieldDescriptor Resolve(this IObjectFieldDescriptor descriptor, Func<Task<object?>> resolver) => throw null!;

    public static IObjectFieldDescriptor Resolve<TResult>(this IObjectFieldDescriptor descriptor, Func<TResult> resolver) => throw null!;

    public static IObjectFieldDescriptor Resolve<TResult>(this IObjectFieldDescriptor descriptor, Func<Task<TResult>?> resolver) =>
        throw null!;

    public static IObjectFieldDescriptor Resolve(
        this IObjectFieldDescriptor descriptor, Func<IResolverContext, CancellationToken, object?> resolver) =>
        throw null!;

    public static IObjectFieldDescriptor Resolve<TResult>(
        this IObjectFieldDescriptor descriptor, Func<IResolverContext, CancellationToken, TResult> resolver) =>
        throw null!;

    public static IObjectFieldDescriptor Resolve<TResult>(
        this IObjectFieldDescriptor descriptor, Func<IResolverContext, CancellationToken, Task<TResult>?> resolver) =>
        throw null!;

    [Obsolete(ConstantResult, error: true)]
    public static IObjectFieldDescriptor Resolve(this IObjectFieldDescriptor descriptor, object constantResult) => throw null!;

    [Obsolete(ConstantResult, error: true)]
    public static IObjectFieldDescriptor Resolve<TResult>(this IObjectFieldDescriptor descriptor, TResult constantResult) => throw null!;
}

public static class CostAnalyzerObjectFieldDescriptorExtensions
{
    public static IObjectFieldDescriptor Cost(this IObjectFieldDescriptor descriptor, double weight) => throw null!;
}

public interface IArgumentDescriptor : IDescriptor<ArgumentConfiguration>
{
    IArgumentDescriptor Description(string? value);

    IArgumentDescriptor Type<TInputType>()
        where TInputType : IInputType;

    IArgumentDescriptor Type<TInputType>(TInputType inputType)
        where TInputType : class, IInputType;

    IArgumentDescriptor Type(ITypeNode typeNode);

    IArgumentDescriptor Type(Type type);
}

public interface IEnumTypeDescriptor : IDescriptor<EnumTypeConfiguration>;

public interface IEnumTypeDescriptor<TRuntimeType> : IDescriptor<EnumTypeConfiguration>
{
    IEnumValueDescriptor Value(TRuntimeType value);
}

public interface IEnumValueDescriptor : IDescriptor<EnumValueConfiguration>
{
    IEnumValueDescriptor Name(string value);

    IEnumValueDescriptor Description(string value);
}

public enum MemberKind
{
    InterfaceField,
    ObjectField,
    InputObjectField,
    Argument,
    DirectiveArgument,
}

public interface IType;

public interface IInputType : IType;

public interface IOutputType : IType;

public interface ITypeDefinition : IType
{
    string Name { get; }
}

public interface IObjectTypeDefinition : ITypeDefinition;

public class InputObjectType : ITypeDefinition
{
    protected InputObjectType() => throw null!;

    public string Name => throw null!;
}

public sealed class ObjectField
{
    private ObjectField() => throw null!;

    public string Name => throw null!;

    public IOutputType Type => throw null!;
}

public static class HotChocolateTypesAbstractionsTypeExtensions
{
    public static ITypeDefinition NamedType(this IType type) => throw null!;

    public static T NamedType<T>(this IType type)
        where T : ITypeDefinition =>
        throw null!;
}

public class ObjectType : IObjectTypeDefinition
{
    protected ObjectType() => throw null!;

    public ObjectType(Action<IObjectTypeDescriptor> configure) => throw null!;

    public string Name => throw null!;

    protected virtual void Configure(IObjectTypeDescriptor descriptor) => throw null!;
}

public class ObjectType<T> : ObjectType
{
    public ObjectType(Action<IObjectTypeDescriptor<T>> configure) => throw null!;

    [ActivatorUtilitiesConstructor]
    public ObjectType() => throw null!;

    protected virtual void Configure(IObjectTypeDescriptor<T> descriptor) => throw null!;

    protected sealed override void Configure(IObjectTypeDescriptor descriptor) => throw null!;
}

public class EnumType
{
    protected EnumType() => throw null!;

    public EnumType(Action<IEnumTypeDescriptor> configure) => throw null!;

    protected virtual void Configure(IEnumTypeDescriptor descriptor) => throw null!;
}

public class EnumType<T> : EnumType
{
    public EnumType(Action<IEnumTypeDescriptor<T>> configure) => throw null!;

    [ActivatorUtilitiesConstructor]
    public EnumType() => throw null!;

    protected virtual void Configure(IEnumTypeDescriptor<T> descriptor) => throw null!;

    protected sealed override void Configure(IEnumTypeDescriptor descriptor) => throw null!;
}

public class StringType : IInputType, IOutputType
{
    public StringType() => throw null!;
}

public abstract class FluentWrapperType : IInputType, IOutputType;

public sealed class ListType<T> : FluentWrapperType
    where T : IType
{
    private ListType() => throw null!;
}

public sealed class NonNullType<T> : FluentWrapperType
    where T : IType
{
    private NonNullType() => throw null!;
}

// Names that others have, too.
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class DefaultValueAttribute(object? value) : Attribute
{
    public object? Value => value;
}

public static class TypeExtensions;

public sealed class TypeInitializationException : Exception;

public static class WellKnownMiddleware
{
    public const string Paging = "HotChocolate.Types.Paging";
}
