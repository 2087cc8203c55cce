using System.Collections;
using System.Reflection;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Inference;

/// <summary>The parts of a C# type that matter to GraphQL: whether it is nullable, and whether it is a list.</summary>
/// <param name="Declared">The declared type without a task around it. <c>Nullable&lt;T&gt;</c> is kept.</param>
/// <param name="IsNullable">Whether null is allowed, by the compiler's annotations. References without annotations are nullable.</param>
/// <param name="Item">The shape of a list's items; null for other types.</param>
/// <param name="IsId">Whether the type, or the items of a list, are <c>ID</c>.</param>
internal sealed record TypeShape(Type Declared, bool IsNullable, TypeShape? Item, bool IsId)
{
    /// <summary>The type without <c>Nullable&lt;T&gt;</c>.</summary>
    public Type Bare => Nullable.GetUnderlyingType(Declared) ?? Declared;

    public static TypeShape Of(PropertyInfo property) =>
        Of(new NullabilityInfoContext().Create(property), property.IsDefined(typeof(IDAttribute)));

    public static TypeShape OfReturn(MethodInfo method) =>
        Of(new NullabilityInfoContext().Create(method.ReturnParameter), method.IsDefined(typeof(IDAttribute)));

    public static TypeShape Of(ParameterInfo parameter) =>
        Of(new NullabilityInfoContext().Create(parameter), parameter.IsDefined(typeof(IDAttribute)));

    /// <summary>The shape of a type without annotations. References are nullable, except as list items.</summary>
    public static TypeShape Of(Type type, bool isItem = false)
    {
        var item = type.IsArray ? type.GetElementType()
            : type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) ? type.GetGenericArguments()[0]
            : null;
        var isNullable = type.IsValueType ? Nullable.GetUnderlyingType(type) is not null : !isItem;
        return new TypeShape(type, isNullable, item is null ? null : Of(item, isItem: true), IsId: false);
    }

    public static bool IsAwaitable(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() is var open) && (open == typeof(Task<>) || open == typeof(ValueTask<>));

    private static TypeShape Of(NullabilityInfo info, bool isId)
    {
        if (IsAwaitable(info.Type))
        {
            return Of(info.GenericTypeArguments[0], isId);
        }

        var isNullable = info.Type.IsValueType
            ? Nullable.GetUnderlyingType(info.Type) is not null
            : info.ReadState != NullabilityState.NotNull;
        return new TypeShape(info.Type, isNullable, ItemOf(info, isId), isId);
    }

    private static TypeShape? ItemOf(NullabilityInfo info, bool isId)
    {
        if (info.Type == typeof(string) || !info.Type.IsAssignableTo(typeof(IEnumerable)))
        {
            return null;
        }

        if (info.ElementType is { } element)
        {
            return Of(element, isId);
        }

        if (info.GenericTypeArguments is [var only])
        {
            return Of(only, isId);
        }

        // A custom list type. Its IEnumerable<T> gives the type of the items, but not whether a reference may be null.
        var item = info.Type.GetInterfaces()
            .FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            ?.GetGenericArguments()[0];
        return item is null ? null : new TypeShape(item, Nullable.GetUnderlyingType(item) is not null, Item: null, isId);
    }
}
