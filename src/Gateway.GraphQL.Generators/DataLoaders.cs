using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gateway.GraphQL.Generators;

/// <summary>
/// Makes data loaders of methods with <c>[DataLoader]</c>. Nothing but the method is read, so an edit elsewhere changes none.
/// </summary>
internal static class DataLoaders
{
    /// <summary>Generates a file for each loader. The result is what other generated code needs to know of them.</summary>
    public static IncrementalValueProvider<EquatableArray<LoaderName>> Generate(IncrementalGeneratorInitializationContext context)
    {
        var methods = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                Annotation.DataLoader,
                static (node, _) => node is MethodDeclarationSyntax,
                static (found, _) => LoaderMethod.Read((IMethodSymbol)found.TargetSymbol, found.Attributes[0]))
            .Collect()
            .Select(static (methods, _) => new EquatableArray<LoaderMethod>(WithoutDoubles(methods)));
        var names = methods.Select(static (methods, _) => new EquatableArray<LoaderName>(
            methods.Where(static method => method.Findings.IsEmpty).Select(static method => method.Name)));
        context.RegisterSourceOutput(
            methods.SelectMany(static (methods, _) => methods.Where(static method => method.Findings.IsEmpty))
                .Combine(names)
                .Select(static (both, _) => DataLoaderWriter.Write(both.Left, both.Right))
                .WithTrackingName(TypesGenerator.LoadersStep),
            static (context, file) => context.AddSource($"{file.Name}.g.cs", file.Text));
        context.RegisterSourceOutput(
            methods.SelectMany(static (methods, _) => methods.SelectMany(static method => method.Findings)),
            static (context, finding) => context.ReportDiagnostic(finding.ToDiagnostic()));
        return names;
    }

    // A parameter names a loader's interface that is not generated yet, without its namespace.
    private static IEnumerable<LoaderMethod> WithoutDoubles(ImmutableArray<LoaderMethod> methods)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var method in methods)
        {
            yield return !method.Findings.IsEmpty || names.Add(method.Name.Interface)
                ? method
                : method with { Findings = new([method.Double]) };
        }
    }
}

/// <summary>How other generated code refers to a data loader.</summary>
/// <param name="Space">The namespace; empty for the global one.</param>
/// <param name="Class">The name of the class.</param>
internal sealed record LoaderName(string Space, string Class)
{
    public string Interface => $"I{Class}";

    public string FullClass => Space.Length == 0 ? Class : $"{Space}.{Class}";

    /// <summary>The call by which a context or scope gets the loader.</summary>
    public string Call => $"Loader(static scope => new global::{FullClass}(scope))";

    /// <summary>
    /// The loader that a parameter asks for; null if it asks for something else. The generator doesn't see what it generates: the interface
    /// is a type that is missing.
    /// </summary>
    public static LoaderName? Find(IEnumerable<LoaderName> loaders, ITypeSymbol type) =>
        MissingType(type) is { } name ? loaders.FirstOrDefault(loader => loader.Interface == name) : null;

    /// <summary>The name of a type that is missing; null for other types.</summary>
    public static string? MissingType(ITypeSymbol type)
    {
        // With a question mark it may be a struct, for all that the compiler knows.
        var bare = TypeShape.Of(type).Bare;
        return bare.TypeKind == TypeKind.Error ? bare.Name : null;
    }
}
