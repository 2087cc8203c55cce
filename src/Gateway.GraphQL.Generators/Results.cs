using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Gateway.GraphQL.Generators;

/// <summary>A file of generated C#.</summary>
/// <param name="Name">The name, without its extension.</param>
/// <param name="Text">The C#.</param>
internal sealed record GeneratedFile(string Name, string Text);

/// <summary>A diagnostic as a value: it holds no syntax, which would keep a compilation in memory.</summary>
internal sealed record Finding(
    DiagnosticDescriptor Descriptor, string Path, TextSpan Span, LinePositionSpan Lines, EquatableArray<string> Arguments)
{
    public static Finding Of(DiagnosticDescriptor descriptor, Location? location, params string[] arguments)
    {
        var line = location?.GetLineSpan();
        return new Finding(
            descriptor,
            line?.Path ?? "",
            location?.SourceSpan ?? default,
            line?.Span ?? default,
            new EquatableArray<string>(arguments));
    }

    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        Descriptor,
        Path.Length == 0 ? Location.None : Location.Create(Path, Span, Lines),
        [.. Arguments]);
}

/// <summary>All that one run of the generator makes.</summary>
internal sealed record Output(EquatableArray<GeneratedFile> Files, EquatableArray<Finding> Findings);
