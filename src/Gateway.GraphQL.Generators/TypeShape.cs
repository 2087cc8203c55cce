using System.Linq;
using Microsoft.CodeAnalysis;

namespace Gateway.GraphQL.Generators;

/// <summary>The parts of a C# type that matter to GraphQL: whether it is nullable, and whether it is a list.</summary>
/// <param name="Declared">The declared type without a task around it. <c>Nullable&lt;T&gt;</c> is kept.</param>
/// <param name="IsNullable">Whether null is allowed, by the compiler's annotations. References without annotations are nullable.</param>
/// <param name="Item">The shape of a list's items; null for other types.</param>
internal sealed record TypeShape(ITypeSymbol Declared, bool IsNullable, TypeShape? Item)
{
    /// <summary>The type without <c>Nullable&lt;T&gt;</c>.</summary>
    public ITypeSymbol Bare => Underlying(Declared) ?? Declared;

    /// <summary>The declared type in C#.</summary>
    public string CSharp => Declared.CSharp();

    /// <summary>The C# type of a list, or of the innermost items: neither nullable nor a list.</summary>
    public TypeShape Innermost => Item?.Innermost ?? this;

    public static TypeShape Of(ITypeSymbol type)
    {
        if (IsAwaitable(type))
        {
            return Of(((INamedTypeSymbol)type).TypeArguments[0]);
        }

        var underlying = Underlying(type);
        var isNullable = type.IsValueType ? underlying is not null : type.NullableAnnotation != NullableAnnotation.NotAnnotated;
        return new TypeShape(type, isNullable, ItemOf(underlying ?? type));
    }

    public static bool IsAwaitable(ITypeSymbol type) =>
        type is INamedTypeSymbol { Arity: 1, Name: "Task" or "ValueTask" } task && task.IsIn("System.Threading.Tasks");

    private static ITypeSymbol? Underlying(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        ? ((INamedTypeSymbol)type).TypeArguments[0]
        : null;

    private static TypeShape? ItemOf(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return Of(array.ElementType);
        }

        if (type.SpecialType == SpecialType.System_String || !IsEnumerable(type))
        {
            return null;
        }

        if (type is INamedTypeSymbol { TypeArguments: [var only] })
        {
            return Of(only);
        }

        // A custom list type. Its IEnumerable<T> gives the type of the items, but not whether a reference may be null.
        var item = type.AllInterfaces
            .FirstOrDefault(static one => one.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
            ?.TypeArguments[0];
        return item is null ? null : new TypeShape(item, Underlying(item) is not null, Item: null);
    }

    private static bool IsEnumerable(ITypeSymbol type) => type.SpecialType == SpecialType.System_Collections_IEnumerable
        || type.AllInterfaces.Any(static one => one.SpecialType == SpecialType.System_Collections_IEnumerable);
}

internal static class Symbols
{
    /// <summary>The type in C#, with its namespace.</summary>
    public static string CSharp(this ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>The type in messages.</summary>
    public static string Text(this ISymbol symbol) => symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    public static bool IsIn(this ITypeSymbol type, string space) => type.ContainingNamespace?.ToDisplayString() == space;
}
