using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Gateway.GraphQL.Generators;

/// <summary>Finds the members of C# types that become fields.</summary>
internal static class Members
{
    /// <summary>
    /// The fields of an object type, interface type or extension. Methods precede properties, and a type's own members precede inherited
    /// ones. Otherwise members keep the order of their declaration. The members of the interfaces of an interface or abstract class follow,
    /// unless there is a field of that name.
    /// </summary>
    public static IEnumerable<ISymbol> FieldsOf(ITypeSymbol type, bool withInterfaces)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in OwnFieldsOf(type))
        {
            names.Add(Names.OfField(member));
            yield return member;
        }

        foreach (var member in withInterfaces ? type.AllInterfaces.SelectMany(OwnFieldsOf) : [])
        {
            if (names.Add(Names.OfField(member)))
            {
                yield return member;
            }
        }
    }

    /// <summary>
    /// The properties of an input object that can be set, in the order of their declaration, each with its constructor parameter if there
    /// is one. No constructor if none has just the properties as parameters.
    /// </summary>
    public static (IMethodSymbol? Constructor, IReadOnlyList<(IPropertySymbol Property, IParameterSymbol? Parameter)> Fields) InputsOf(
        INamedTypeSymbol type)
    {
        // A base class precedes the classes that derive from it.
        var properties = WithBases(type).Reverse().SelectMany(static one => one.GetMembers()).OfType<IPropertySymbol>()
            .Where(static property => property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public }
                && !property.Has(Annotation.Ignore))
            .ToList();
        properties.RemoveAll(property => properties.Exists(
            other => SymbolEqualityComparer.Default.Equals(other.OverriddenProperty, property)));
        var constructor = type.InstanceConstructors
            .Where(candidate => candidate.DeclaredAccessibility == Accessibility.Public
                && candidate.Parameters.All(parameter => properties.Exists(property => Fits(property, parameter))))
            .OrderByDescending(static candidate => candidate.Parameters.Length)
            .FirstOrDefault();
        var fields = properties
            .Select(property => (property, constructor?.Parameters.FirstOrDefault(parameter => Fits(property, parameter))))
            .Where(static field => field.Item2 is not null || field.property.SetMethod is { DeclaredAccessibility: Accessibility.Public })
            .ToList();
        return (constructor, fields);
    }

    public static bool IsSchemaless(this IFieldSymbol field) => !field.HasConstantValue || field.Has(Annotation.Ignore);

    private static IEnumerable<ISymbol> OwnFieldsOf(ITypeSymbol type)
    {
        // A static class has static members only; any other type contributes its instance members.
        var members = new List<ISymbol>();
        foreach (var one in WithBases(type))
        {
            foreach (var member in one.GetMembers().Where(member => IsField(member, type.IsStatic)))
            {
                if (!members.Exists(other => Hides(other, member)))
                {
                    members.Add(member);
                }
            }
        }

        return members.Where(static member => member is IMethodSymbol).Concat(members.Where(static member => member is IPropertySymbol));
    }

    private static IEnumerable<ITypeSymbol> WithBases(ITypeSymbol type)
    {
        for (ITypeSymbol? one = type; one is not null and not { SpecialType: SpecialType.System_Object }; one = one.BaseType)
        {
            yield return one;
        }
    }

    private static bool IsField(ISymbol member, bool isStatic)
    {
        if (member.IsStatic != isStatic || member.DeclaredAccessibility != Accessibility.Public || member.Has(Annotation.Ignore)
            || member.Has(Annotation.DataLoader))
        {
            return false;
        }

        return member switch
        {
            IPropertySymbol property => property.GetMethod is { DeclaredAccessibility: Accessibility.Public } && !property.IsIndexer,
            IMethodSymbol method => method is { MethodKind: MethodKind.Ordinary, IsGenericMethod: false, ReturnsVoid: false }
                && !OverridesObject(method)
                && method.ReturnType.CSharp() is not ("global::System.Threading.Tasks.Task" or "global::System.Threading.Tasks.ValueTask")
                && method.Name is not ("Equals" or "Deconstruct" or "PrintMembers" or "<Clone>$")
                && method.Parameters.All(static parameter => parameter.RefKind == RefKind.None),
            _ => false,
        };
    }

    private static bool OverridesObject(IMethodSymbol method)
    {
        while (method.OverriddenMethod is { } overridden)
        {
            method = overridden;
        }

        return method.ContainingType.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum;
    }

    private static bool Hides(ISymbol member, ISymbol other) => member.Name == other.Name && (member, other) switch
    {
        (IPropertySymbol, IPropertySymbol) => true,
        (IMethodSymbol one, IMethodSymbol two) => one.Parameters.Select(static parameter => parameter.Type)
            .SequenceEqual(two.Parameters.Select(static parameter => parameter.Type), SymbolEqualityComparer.Default),
        _ => false,
    };

    private static bool Fits(IPropertySymbol property, IParameterSymbol parameter) =>
        string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
        && SymbolEqualityComparer.Default.Equals(property.Type, parameter.Type);
}
