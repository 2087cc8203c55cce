using System.Collections.Frozen;
using Gateway.GraphQL.Execution;

namespace Gateway.GraphQL.Persisted;

/// <summary>Finds documents that a request identifies: trusted documents by their id, automatic persisted queries by their hash.</summary>
internal sealed class PersistedOperationStep : RequestStep
{
    private DocumentCompiler _documents = null!;
    private bool _onlyTrusted;
    private volatile FrozenDictionary<string, ExecutableDocument> _trusted = FrozenDictionary<string, ExecutableDocument>.Empty;
    private volatile int _version;
    private string _stamp = "";
    private AutomaticDocuments? _automatic;

    public override int Version => _version;

    /// <summary>The directory of the trusted documents; null for none.</summary>
    public string? TrustedFolder { get; set; }

    /// <summary>
    /// The maximum number of stored automatic persisted queries. 0 disables them. They are also disabled if only trusted documents are
    /// allowed.
    /// </summary>
    public int AutomaticCapacity { get; set; }

    /// <exception cref="TrustedDocumentException">A trusted document does not parse, or is not valid.</exception>
    public override void Initialize(ExecutorOptions options, DocumentCompiler documents)
    {
        _documents = documents;
        _onlyTrusted = options.Request.PersistedOperations.OnlyAllowPersistedDocuments;
        _automatic = AutomaticCapacity > 0 && !_onlyTrusted ? new(AutomaticCapacity) : null;
        Reload();
    }

    /// <summary>
    /// Reads the trusted documents if their files have changed. After an exception the previous documents stay; if a document was wrong,
    /// until the files change again. Not to be called twice at a time.
    /// </summary>
    /// <returns>Whether the documents were read.</returns>
    /// <exception cref="TrustedDocumentException">A trusted document does not parse, or is not valid.</exception>
    /// <exception cref="IOException">The directory or a file in it can't be read.</exception>
    public bool Reload()
    {
        if (TrustedFolder is not { } folder)
        {
            return false;
        }

        var stamp = TrustedDocuments.StampOf(folder);
        if (stamp == _stamp)
        {
            return false;
        }

        // A file that changes while it is read changes the stamp again. One that can't be read may be readable later, unchanged.
        _stamp = stamp;
        try
        {
            _trusted = TrustedDocuments.Read(folder)
                .ToFrozenDictionary(trusted => trusted.Key, trusted => CompileTrusted(trusted.Key, trusted.Value), StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _stamp = "";
            throw;
        }

        // Last: whoever reads this version has these documents.
        _version++;
        return true;
    }

    /// <summary>A request with both a document and its hash is not reusable, because it adds the document.</summary>
    public override bool IsReusable(OperationRequest request) => request.DocumentHash is null || request.Document.IsEmpty;

    public override bool TryFindDocument(
        OperationRequest request,
        out ExecutableDocument? document,
        ref IReadOnlyList<IError> errors,
        ref Dictionary<string, object?>? extensions)
    {
        if (request.Document.IsEmpty)
        {
            document = FindStored(request, ref errors);
        }
        else if (_onlyTrusted)
        {
            document = Refuse("Only persisted operations are allowed.", ErrorCodes.OnlyPersistedDocuments, ref errors);
        }
        else if (_automatic is not null && request.DocumentHash is { } hash)
        {
            document = FindAndRemember(request.Document, hash, ref errors, ref extensions);
        }
        else
        {
            document = null;
            return false;
        }

        return true;
    }

    private ExecutableDocument? FindAndRemember(
        ReadOnlyMemory<byte> text, string hash, ref IReadOnlyList<IError> errors, ref Dictionary<string, object?>? extensions)
    {
        if (!AutomaticDocuments.IsHashOf(hash, text.Span))
        {
            return Refuse("`extensions.persistedQuery.sha256Hash` is not the hash of the document.", ErrorCodes.InvalidRequest, ref errors);
        }

        var document = _documents.Compile(text, ref errors);
        if (document is not null && _automatic!.Add(hash, text.Span))
        {
            (extensions ??= [])["persistedQuery"] = new Dictionary<string, object?> { ["sha256Hash"] = hash, ["persisted"] = true };
        }

        return document;
    }

    private ExecutableDocument? FindStored(OperationRequest request, ref IReadOnlyList<IError> errors)
    {
        if ((request.DocumentId ?? request.DocumentHash) is { } id && _trusted.TryGetValue(TrustedDocuments.KeyOf(id), out var trusted))
        {
            return trusted;
        }

        if (request.DocumentId is { } unknown)
        {
            // What is no id may be long, and is not repeated.
            if (!TrustedDocuments.IsId(unknown))
            {
                return Refuse($"There is no document with this id: {TrustedDocuments.IdRule}.", ErrorCodes.UnknownDocument, ref errors);
            }

            var extensions = new Dictionary<string, object?> { ["requestedKey"] = unknown };
            var message = $"There is no document with the id `{unknown}`.";
            errors = [new Error(message) { Code = ErrorCodes.UnknownDocument, Extensions = extensions }];
            return null;
        }

        if (request.DocumentHash is not { } hash)
        {
            return Refuse("The request has neither a document nor the id of one.", ErrorCodes.NoDocument, ref errors);
        }

        // Clients recognize these two messages. After PersistedQueryNotFound they send the document; after PersistedQueryNotSupported they
        // stop sending hashes.
        return _automatic is null ? Refuse("PersistedQueryNotSupported", ErrorCodes.UnknownDocument, ref errors)
            : _automatic.Find(hash) is { } text ? _documents.Compile(text, ref errors)
            : Refuse("PersistedQueryNotFound", ErrorCodes.UnknownDocument, ref errors);
    }

    private ExecutableDocument CompileTrusted(string id, ReadOnlyMemory<byte> text)
    {
        IReadOnlyList<IError> errors = [];
        var document = _documents.CompileOnce(text, ref errors)
            ?? throw new TrustedDocumentException($"The trusted document `{id}` is refused: {errors[0].Message}");
        document.CompilePlans();
        return document;
    }

    private static ExecutableDocument? Refuse(string message, string code, ref IReadOnlyList<IError> errors)
    {
        errors = [new Error(message) { Code = code }];
        return null;
    }
}
