using System.Collections.Frozen;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Limits;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Validation;

namespace Gateway.GraphQL.Persisted;

/// <summary>Where the document of a request comes from: its own text, the trusted documents, or the automatic persisted queries.</summary>
internal sealed class DocumentSource
{
    private readonly Schema _schema;
    private readonly ExecutorOptions _options;
    private readonly DocumentCache _compiled;
    private readonly FrozenDictionary<string, ExecutableDocument> _trusted;
    private readonly AutomaticDocuments? _automatic;

    /// <exception cref="InvalidOperationException">A trusted document is none, or is not valid.</exception>
    public DocumentSource(Schema schema, ExecutorOptions options)
    {
        (_schema, _options) = (schema, options);
        var persisted = options.Request.PersistedOperations;
        _compiled = new DocumentCache(options.DocumentCacheSize);
        _automatic = persisted.AutomaticCapacity > 0 && !persisted.OnlyAllowPersistedDocuments ? new(persisted.AutomaticCapacity) : null;
        _trusted = persisted.TrustedFolder is { } folder
            ? TrustedDocuments.Read(folder).All.ToFrozenDictionary(d => d.Key, d => CompileTrusted(d.Key, d.Value), StringComparer.Ordinal)
            : FrozenDictionary<string, ExecutableDocument>.Empty;
    }

    /// <param name="request">The request.</param>
    /// <param name="errors">What is wrong where there is no document.</param>
    /// <param name="isRemembered">Whether the document was put among the automatic persisted queries just now.</param>
    public ExecutableDocument? Find(OperationRequest request, out IReadOnlyList<IError> errors, out bool isRemembered)
    {
        isRemembered = false;
        if (request.Document.IsEmpty)
        {
            return FindStored(request, out errors);
        }

        if (_options.Request.PersistedOperations.OnlyAllowPersistedDocuments)
        {
            return Refuse("Only persisted operations are allowed.", "HC0067", out errors);
        }

        if (_automatic is null || request.DocumentHash is not { } hash)
        {
            return Compile(request.Document, out errors);
        }

        if (!AutomaticDocuments.IsHashOf(hash, request.Document.Span))
        {
            return Refuse("`extensions.persistedQuery.sha256Hash` is not the hash of the document.", "HC0009", out errors);
        }

        var document = Compile(request.Document, out errors);
        isRemembered = document is not null && _automatic.Add(hash, request.Document.Span);
        return document;
    }

    private ExecutableDocument? FindStored(OperationRequest request, out IReadOnlyList<IError> errors)
    {
        errors = [];
        if ((request.DocumentId ?? request.DocumentHash) is { } id && _trusted.TryGetValue(id, out var trusted))
        {
            return trusted;
        }

        if (request.DocumentId is { } unknown)
        {
            errors =
            [
                new Error("There is no document with this id.")
                {
                    Code = "HC0020",
                    Extensions = TrustedDocuments.IsId(unknown) ? new Dictionary<string, object?> { ["requestedKey"] = unknown } : null,
                },
            ];
            return null;
        }

        if (request.DocumentHash is not { } hash)
        {
            return Refuse("The request has neither a document nor the id of one.", "HC0015", out errors);
        }

        // These two messages are how clients know whether to send the document after all, and whether to send the hash ever again.
        return _automatic is null ? Refuse("PersistedQueryNotSupported", "HC0020", out errors)
            : _automatic.Find(hash) is { } text ? Compile(text, out errors)
            : Refuse("PersistedQueryNotFound", "HC0020", out errors);
    }

    private ExecutableDocument? Compile(ReadOnlyMemory<byte> text, out IReadOnlyList<IError> errors)
    {
        errors = [];
        if (_compiled.Find(text) is { } known)
        {
            return known;
        }

        var document = Load(text, out errors);
        if (document is not null)
        {
            _compiled.Add(text, document);
        }

        return document;
    }

    /// <summary>In the order of what they cost: the parser's limits, the document's, then validation.</summary>
    private ExecutableDocument? Load(ReadOnlyMemory<byte> text, out IReadOnlyList<IError> errors)
    {
        if (!Utf8GraphQLParser.TryParse(text.Span, _options.Parser, out var syntax, out var fault))
        {
            errors = [new Error(fault.Message) { Code = "HC0014", Locations = [fault.Location] }];
            return null;
        }

        if (LimitChecker.Check(syntax, _options.Limits) is { } refusal)
        {
            errors = [refusal];
            return null;
        }

        errors = DocumentValidator.Validate(_schema, syntax, _options.Validation);
        return errors.Count == 0 ? new ExecutableDocument(_schema, syntax) : null;
    }

    private ExecutableDocument CompileTrusted(string id, ReadOnlyMemory<byte> text) => Load(text, out var errors)
        ?? throw new InvalidOperationException($"The trusted document `{id}` is refused: {errors[0].Message}");

    private static ExecutableDocument? Refuse(string message, string code, out IReadOnlyList<IError> errors)
    {
        errors = [new Error(message) { Code = code }];
        return null;
    }
}
