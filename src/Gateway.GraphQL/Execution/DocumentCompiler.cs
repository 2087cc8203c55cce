using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Validation;

namespace Gateway.GraphQL.Execution;

/// <summary>Compiles documents, or gets them from the cache.</summary>
internal sealed class DocumentCompiler(Schema schema, ExecutorOptions options)
{
    private readonly DocumentCache _compiled = new(options.DocumentCacheSize);

    public ExecutableDocument? Compile(ReadOnlyMemory<byte> text, ref IReadOnlyList<IError> errors)
    {
        if (_compiled.Find(text) is { } known)
        {
            return known;
        }

        var document = CompileOnce(text, ref errors);
        if (document is not null)
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
        if (!Utf8GraphQLParser.TryParse(text.Span, options.Parser, out var syntax, out var fault))
        {
            errors = new RefusedDocument(
                [new Error(fault.Message) { Code = ErrorCodes.SyntaxError, Locations = [fault.Location] }], syntax: null);
            return null;
        }

        foreach (var step in options.Steps)
        {
            if (step.Check(syntax) is { } refusal)
            {
                errors = new RefusedDocument([refusal], syntax);
                return null;
            }
        }

        errors = DocumentValidator.Validate(schema, syntax, options.Validation);
        if (errors.Count == 0)
        {
            return new ExecutableDocument(schema, syntax, text.Length);
        }

        errors = new RefusedDocument(errors, syntax);
        return null;
    }
}
