using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gateway.GraphQL.Generators;

/// <summary>
/// Defines the GraphQL types of an assembly's C# types. It begins with annotated classes, with classes that describe a type in code, and
/// with types that calls pass for a type parameter with <c>[SchemaType]</c>. From there it follows the members.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class TypesGenerator : IIncrementalGenerator
{
    /// <summary>The step with an output for each generated file.</summary>
    public const string FilesStep = "Files";

    /// <summary>The attributes that say what a C# type becomes.</summary>
    public static readonly IReadOnlyList<string> KindAttributes =
        [Annotation.Object, Annotation.Interface, Annotation.Union, Annotation.Enum, Annotation.InputObject];

    /// <summary>The step with an output for each data loader.</summary>
    public const string LoadersStep = "Loaders";

    private static readonly string[] Attributes =
    [
        Annotation.Query, Annotation.Mutation, Annotation.Extension, Annotation.ExtensionOf, Annotation.ObjectExtension, .. KindAttributes,
    ];

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var roots = context.SyntaxProvider.CreateSyntaxProvider(IsDescription, Described)
            .Collect()
            .Combine(context.SyntaxProvider.CreateSyntaxProvider(IsCall, Passed).SelectMany(static (types, _) => types).Collect())
            .Select(static (both, _) => both.Left.AddRange(both.Right!));
        foreach (var attribute in Attributes)
        {
            var annotated = context.SyntaxProvider.ForAttributeWithMetadataName(
                attribute, static (node, _) => node is BaseTypeDeclarationSyntax, static (found, _) => IdOf(found.TargetSymbol));
            roots = roots.Combine(annotated.Collect()).Select(static (both, _) => both.Left.AddRange(both.Right!));
        }

        // Which types the members refer to is known to the compilation only. What is written about each is compared with what was before.
        var output = roots
            .Select(static (ids, _) => new EquatableArray<string>(
                ids.OfType<string>().Distinct().OrderBy(static id => id, StringComparer.Ordinal)))
            .Combine(DataLoaders.Generate(context))
            .Combine(context.CompilationProvider)
            .Select(static (all, cancellation) => Write(all.Left.Left, all.Left.Right, all.Right, cancellation));
        context.RegisterSourceOutput(
            output.SelectMany(static (output, _) => output.Files).WithTrackingName(FilesStep),
            static (context, file) => context.AddSource($"{file.Name}.g.cs", file.Text));
        context.RegisterSourceOutput(
            output.SelectMany(static (output, _) => output.Findings),
            static (context, finding) => context.ReportDiagnostic(finding.ToDiagnostic()));
    }

    private static Output Write(
        EquatableArray<string> ids, EquatableArray<LoaderName> loaders, Compilation compilation, CancellationToken cancellation)
    {
        var roots = ids.Select(id => DocumentationCommentId.GetFirstSymbolForReferenceId(id, compilation))
            .OfType<INamedTypeSymbol>()
            .ToList();
        if (roots.Count > 0 && compilation.SyntaxTrees.FirstOrDefault()?.Options.DocumentationMode == DocumentationMode.None)
        {
            return new Output(new([]), new([Finding.Of(Diagnostics.NoDocumentation, location: null)]));
        }

        return new SchemaWriter(compilation, loaders, cancellation).Write(roots);
    }

    private static string? IdOf(ISymbol? symbol) => symbol is null ? null : DocumentationCommentId.CreateReferenceId(symbol);

    private static bool IsDescription(SyntaxNode node, CancellationToken cancellation) =>
        node is ClassDeclarationSyntax { BaseList: not null };

    private static string? Described(GeneratorSyntaxContext context, CancellationToken cancellation) =>
        context.SemanticModel.GetDeclaredSymbol(context.Node, cancellation)
            is INamedTypeSymbol { IsAbstract: false, IsGenericType: false } type
        && (SchemaWriter.DescribedBy(type, "ObjectType`1") ?? SchemaWriter.DescribedBy(type, "EnumType`1")) is not null
            ? IdOf(type)
            : null;

    private static bool IsCall(SyntaxNode node, CancellationToken cancellation) => node is GenericNameSyntax name
        && (name.Parent is InvocationExpressionSyntax
            || name.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } member && member.Name == name);

    private static IEnumerable<string?> Passed(GeneratorSyntaxContext context, CancellationToken cancellation) =>
        context.SemanticModel.GetSymbolInfo(context.Node, cancellation).Symbol is not IMethodSymbol method
            ? PassedToBuilder(context, cancellation)
            : (method.ReducedFrom ?? method).OriginalDefinition.TypeParameters
                .Zip(method.TypeArguments, static (parameter, argument) => (Parameter: parameter, Argument: argument))
                .Where(static one => one.Argument is INamedTypeSymbol && one.Parameter.Has(Annotation.SchemaType))
                .Select(static one => IdOf(one.Argument))
                .ToImmutableArray();

    // A call on the result of a generated method, such as AddTypes, is bound to nothing yet.
    private static IEnumerable<string?> PassedToBuilder(GeneratorSyntaxContext context, CancellationToken cancellation)
    {
        var name = (GenericNameSyntax)context.Node;
        return name.Identifier.Text is "AddQueryType" or "AddMutationType" or "AddType" or "AddTypeExtension"
            ? name.TypeArgumentList.Arguments
                .Select(argument => context.SemanticModel.GetTypeInfo(argument, cancellation).Type as INamedTypeSymbol)
                .Where(static type => type is not null and not IErrorTypeSymbol)
                .Select(IdOf)
                .ToImmutableArray()
            : [];
    }
}
