using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Gateway.GraphQL.Generators;

/// <summary>A method with <c>[DataLoader]</c>, as values.</summary>
/// <param name="Name">The name of the loader.</param>
/// <param name="Method">The method in C#.</param>
/// <param name="Kind">What the method returns.</param>
/// <param name="Key">The C# type of keys.</param>
/// <param name="Value">The C# type of values; of a single value if there are several for a key.</param>
/// <param name="Parameters">The parameters after the keys.</param>
/// <param name="MaxBatchSize">How many keys a call has at most; 0 for any number.</param>
/// <param name="IsPublic">Whether the class is public.</param>
/// <param name="IsInterfacePublic">Whether the interface is public.</param>
/// <param name="Double">What is wrong if another loader has this name.</param>
/// <param name="Findings">What is wrong. The other values mean nothing then.</param>
internal sealed record LoaderMethod(
    LoaderName Name,
    string Method,
    LoaderKind Kind,
    string Key,
    string Value,
    EquatableArray<LoaderParameter> Parameters,
    int MaxBatchSize,
    bool IsPublic,
    bool IsInterfacePublic,
    Finding Double,
    EquatableArray<Finding> Findings)
{
    private const string Collections = "System.Collections.Generic";

    public static LoaderMethod Read(IMethodSymbol method, AttributeData attribute)
    {
        var findings = new List<Finding>();
        var name = NameOf(method, attribute);
        var space = method.ContainingNamespace.IsGlobalNamespace ? "" : method.ContainingNamespace.ToDisplayString();
        var form = FormOf(method, findings);
        var size = Argument(attribute, "MaxBatchSize") ?? 1024;
        if (size < 0)
        {
            findings.Add(Finding.Of(LoaderDiagnostics.NegativeSize, method.Locations.FirstOrDefault(), method.Text()));
        }

        // DataLoaderAccessModifier: default, public, public interface, internal.
        var access = Argument(attribute, "AccessModifier") ?? 0;
        var isVisible = access != 0 ? access == 1 : form is { } types && IsPublicType(types.Key) && IsPublicType(types.Value);
        return new LoaderMethod(
            new LoaderName(space, name + "DataLoader"),
            $"{method.ContainingType.CSharp()}.{CodeWriter.Identifier(method.Name)}",
            form?.Kind ?? default,
            form is null ? "" : CSharp(form.Value.Key),
            form is null ? "" : CSharp(form.Value.Value),
            new(method.Parameters.Skip(1).Select(parameter => ParameterOf(method, parameter, findings)).ToList()),
            size,
            isVisible,
            isVisible || access == 2,
            Finding.Of(LoaderDiagnostics.Double, method.Locations.FirstOrDefault(), method.Text(), $"I{name}DataLoader"),
            new(findings));
    }

    private static string NameOf(IMethodSymbol method, AttributeData attribute)
    {
        if (attribute.Text() is { } given)
        {
            return given;
        }

        var name = method.Name;
        if (name.Length > 3 && name.StartsWith("Get", StringComparison.Ordinal))
        {
            name = name.Substring(3);
        }

        return WithoutEnd(WithoutEnd(name, "Async"), "DataLoader");
    }

    private static string WithoutEnd(string name, string end) => name.Length > end.Length && name.EndsWith(end, StringComparison.Ordinal)
        ? name.Substring(0, name.Length - end.Length)
        : name;

    private static int? Argument(AttributeData attribute, string name) =>
        attribute.NamedArguments.Where(one => one.Key == name).Select(static one => (int?)one.Value.Value).FirstOrDefault();

    private static (LoaderKind Kind, ITypeSymbol Key, ITypeSymbol Value)? FormOf(IMethodSymbol method, List<Finding> findings)
    {
        if (!IsAccessible(method))
        {
            findings.Add(Finding.Of(LoaderDiagnostics.NotAccessible, method.Locations.FirstOrDefault(), method.Text()));
        }

        if (method.IsGenericMethod || method.ContainingType.IsGenericType)
        {
            findings.Add(Finding.Of(LoaderDiagnostics.Generic, method.Locations.FirstOrDefault(), method.Text()));
        }

        if (method.Parameters.Length == 0 || IsCancellation(method.Parameters[0].Type))
        {
            findings.Add(Finding.Of(LoaderDiagnostics.NoKeys, method.Locations.FirstOrDefault(), method.Text()));
            return null;
        }

        var keys = method.Parameters[0].Type;
        var returned = TypeShape.IsAwaitable(method.ReturnType) ? ((INamedTypeSymbol)method.ReturnType).TypeArguments[0] : null;
        var wrong = !method.IsStatic ? "it is not static"
            : method.Parameters.Any(static parameter => parameter.RefKind != RefKind.None) ? "it has a parameter by reference"
            : returned is null ? "it returns no task of a value"
            : null;
        if (wrong is null)
        {
            var form = keys is INamedTypeSymbol { Name: "IReadOnlyList", TypeArguments: [var key] } && keys.IsIn(Collections)
                ? ManyOf(returned!, key)
                : (LoaderKind.Single, keys, returned!);
            wrong = form is null ? $"{returned!.Text()} has no value for each of its keys"
                : form.Value.Item2.NullableAnnotation == NullableAnnotation.Annotated ? "a key may be null"
                : form.Value.Item1 == LoaderKind.Single && TypeShape.Of(keys).Item is not null ? $"{keys.Text()} is no key"
                : null;
            if (wrong is null)
            {
                return form;
            }
        }

        findings.Add(Finding.Of(LoaderDiagnostics.WrongForm, method.Locations.FirstOrDefault(), method.Text(), wrong));
        return null;
    }

    private static (LoaderKind, ITypeSymbol, ITypeSymbol)? ManyOf(ITypeSymbol returned, ITypeSymbol key)
    {
        foreach (var type in returned.AllInterfaces.Insert(0, (returned as INamedTypeSymbol)!))
        {
            if (type is { TypeArguments: [var own, var value] } && SymbolEqualityComparer.Default.Equals(own, key))
            {
                if (type.Name == "ILookup" && type.IsIn("System.Linq"))
                {
                    return (LoaderKind.Group, key, value);
                }

                if (type.Name == "IReadOnlyDictionary" && type.IsIn(Collections))
                {
                    return (LoaderKind.Batch, key, value);
                }
            }
        }

        return null;
    }

    private static LoaderParameter ParameterOf(IMethodSymbol method, IParameterSymbol parameter, List<Finding> findings)
    {
        if (IsCancellation(parameter.Type))
        {
            return new LoaderParameter("cancellationToken", IsType: false);
        }

        if (LoaderName.MissingType(parameter.Type) is { } name)
        {
            return new LoaderParameter(name, IsType: true);
        }

        if (!parameter.Type.IsReferenceType || parameter.Type.SpecialType != SpecialType.None || parameter.Type is IArrayTypeSymbol)
        {
            findings.Add(Finding.Of(
                LoaderDiagnostics.NoService, parameter.Locations.FirstOrDefault(), method.Text(), parameter.Type.Text(), parameter.Name));
        }

        return new LoaderParameter($"Scope.Service<{parameter.Type.CSharp()}>()", IsType: false);
    }

    private static bool IsCancellation(ITypeSymbol type) => type.CSharp() == "global::System.Threading.CancellationToken";

    private static bool IsAccessible(ISymbol? symbol)
    {
        for (; symbol is IMethodSymbol or INamedTypeSymbol; symbol = symbol.ContainingType)
        {
            if (symbol.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPublicType(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsPublicType(array.ElementType),
        INamedTypeSymbol named => named.DeclaredAccessibility == Accessibility.Public
            && (named.ContainingType is null || IsPublicType(named.ContainingType))
            && named.TypeArguments.All(IsPublicType),
        _ => true,
    };

    private static string CSharp(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));
}

/// <summary>What a data loader's method returns.</summary>
internal enum LoaderKind
{
    /// <summary>A value for each of several keys.</summary>
    Batch,

    /// <summary>Any number of values for each of several keys.</summary>
    Group,

    /// <summary>The value of one key.</summary>
    Single,
}

/// <param name="CSharp">The argument in C#, or the name of a type that is missing: it may be a loader's interface.</param>
/// <param name="IsType">Whether it is such a name.</param>
internal sealed record LoaderParameter(string CSharp, bool IsType);
