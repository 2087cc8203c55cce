using System.Diagnostics.CodeAnalysis;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Validation;

namespace Gateway.GraphQL.Execution;

/// <summary>
/// Compiles documents, or gets them from the cache. It caches a document from its second request on: one that comes once evicts no other,
/// and is free to be collected when its request has ended.
/// </summary>
internal sealed class DocumentCompiler
{
    // 32 KiB. Two documents with one place may each wait for another request.
    private const int Hashes = 8192;

    private readonly int[] _seenOnce = new int[Hashes];
    private readonly Schema _schema;
    private readonly ExecutorOptions _options;
    private readonly DocumentCache _compiled;

    public DocumentCompiler(Schema schema, ExecutorOptions options)
    {
        (_schema, _options) = (schema, options);
        _compiled = new DocumentCache(options.DocumentCacheSize);
        options.Diagnostics?.Watch(_compiled);
    }

    public ExecutableDocument? Compile(ReadOnlyMemory<byte> text, ref IReadOnlyList<IError> errors) => Compile(text, ref errors, out _);

    public ExecutableDocument? Compile(ReadOnlyMemory<byte> text, ref IReadOnlyList<IError> errors, out DocumentSource source)
    {
        source = DocumentSource.Cache;
        if (_compiled.Find(text) is { } known)
        {
            return known;
        }

        source = DocumentSource.Compiled;
        var document = CompileOnce(text, ref errors);
        if (document is not null && IsSeenAgain(text))
        {
            _compiled.Add(text, document);
        }

        return document;
    }

    /// <summary>Measures a document again after plans were compiled for it.</summary>
    public void Measure(ExecutableDocument document) => _compiled.Measure(document);

    /// <summary>Compiles a document. The cheap checks come first: the parser's limits, the steps' limits, then validation.</summary>
    public ExecutableDocument? CompileOnce(ReadOnlyMemory<byte> text, ref IReadOnlyList<IError> errors)
    {
        if (!TryParse(text.Span, out var syntax, out var fault))
        {
            errors = new RefusedDocument(
                [new Error(fault.Message) { Code = ErrorCodes.SyntaxError, Locations = [fault.Location] }], syntax: null);
            return null;
        }

        foreach (var step in _options.Steps)
        {
            if (step.Check(syntax) is { } refusal)
            {
                errors = new RefusedDocument([refusal], syntax);
                return null;
            }
        }

        using var validation = ExecutionDiagnostics.StartStep("GraphQL Document Validation", "validate");
        errors = DocumentValidator.Validate(_schema, syntax, _options.Validation);
        if (errors.Count == 0)
        {
            return new ExecutableDocument(_schema, syntax, text.Length);
        }

        ExecutionDiagnostics.Fail(validation, ExecutionDiagnostics.CodeOf(errors[0]));
        errors = new RefusedDocument(errors, syntax);
        return null;
    }

    private bool IsSeenAgain(ReadOnlyMemory<byte> text)
    {
        var hash = new BytesKey(text).GetHashCode();
        ref var seen = ref _seenOnce[(uint)hash % Hashes];
        if (seen == hash)
        {
            return true;
        }

        seen = hash;
        return false;
    }

    private bool TryParse(
        ReadOnlySpan<byte> text, [NotNullWhen(true)] out DocumentNode? syntax, [NotNullWhen(false)] out SyntaxError? fault)
    {
        using var parsing = ExecutionDiagnostics.StartStep("GraphQL Document Parsing", "parse");
        if (Utf8GraphQLParser.TryParse(text, _options.Parser, out syntax, out fault))
        {
            return true;
        }

        ExecutionDiagnostics.Fail(parsing, ErrorCodes.SyntaxError);
        return false;
    }
}
