using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gateway.GraphQL.Generators.Tests;

/// <summary>Runs the generator on sources that refer to the engine.</summary>
internal sealed class Generation
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using Gateway.GraphQL;
        using Gateway.GraphQL.CostAnalysis;
        using Gateway.GraphQL.Execution;
        using Gateway.GraphQL.Types;

        """;

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "Gateway.GraphQL.dll" or "netstandard.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly CSharpParseOptions _options;
    private GeneratorDriver _driver;
    private CSharpCompilation _compilation;

    public Generation(DocumentationMode documentation, params string[] sources)
    {
        _options = new CSharpParseOptions(LanguageVersion.CSharp14, documentation);
        _driver = CSharpGeneratorDriver.Create(
            [new TypesGenerator().AsSourceGenerator()],
            parseOptions: _options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        _compilation = CSharpCompilation.Create(
            "Sample",
            sources.Select(Parse),
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Run();
    }

    public Generation(params string[] sources)
        : this(DocumentationMode.Parse, sources)
    {
    }

    public GeneratorRunResult Result => _driver.GetRunResult().Results.Single();

    /// <summary>The errors and warnings of the compiler, with the generated files, and of the generator.</summary>
    public IReadOnlyList<string> Errors { get; private set; } = [];

    /// <summary>The generated file of a class.</summary>
    public string this[string name] => Result.GeneratedSources.Single(file => file.HintName == $"{name}.g.cs").SourceText.ToString();

    /// <summary>Replaces a text in the sources, and runs the generator again.</summary>
    public void Edit(string old, string text)
    {
        var tree = _compilation.SyntaxTrees.Single(tree => tree.ToString().Contains(old, StringComparison.Ordinal));
        var edited = tree.ToString().Replace(old, text, StringComparison.Ordinal);
        _compilation = _compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(edited, _options, tree.FilePath));
        Run();
    }

    private SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(Usings + source, _options, path: "Sample.cs");

    /// <summary>The line and the column in the given source, from 1.</summary>
    private static string PlaceOf(Diagnostic diagnostic)
    {
        var start = diagnostic.Location.GetLineSpan().Span.Start;
        return $"({start.Line + 1 - Usings.Count(letter => letter == '\n')},{start.Character + 1})";
    }

    private void Run()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(_compilation, out var compilation, out var diagnostics, TestContext.Current.CancellationToken);
        Errors =
        [
            .. diagnostics.Concat(compilation.GetDiagnostics(TestContext.Current.CancellationToken))
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .Select(diagnostic => $"{diagnostic.Id} {PlaceOf(diagnostic)}: {diagnostic.GetMessage()}"),
        ];
    }
}
