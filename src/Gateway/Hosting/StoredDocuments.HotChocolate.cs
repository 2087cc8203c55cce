using System.Text.Json;
using Gateway.GraphQL.AspNetCore.Execution;
using Gateway.GraphQL.Persisted;
using Gateway.Shared;
using HotChocolate.Execution;
using HotChocolate.PersistedOperations;
using RequestDelegate = HotChocolate.Execution.RequestDelegate;

namespace Gateway.Hosting;

/// <summary>
/// Trusted documents and automatic persisted queries. HotChocolate's storage of files would write what clients send into the folder, and
/// takes one document of a file only.
/// </summary>
internal sealed class StoredDocuments : IOperationDocumentStorage
{
    // A longer document is not stored, which bounds the memory.
    private const int MaxLength = 32 * 1024;

    private readonly BoundedCache<string, IOperationDocument>? _automatic;
    private readonly GraphQLOptions _settings;
    private volatile Dictionary<string, IOperationDocument> _trusted = new(StringComparer.Ordinal);
    private string _stamp = "";

    /// <exception cref="TrustedDocumentException">A trusted document is too long, or a file is wrong.</exception>
    public StoredDocuments(GraphQLOptions settings)
    {
        _settings = settings;
        _automatic = settings is { AutomaticPersistedQueries: > 0, TrustedDocuments.Only: false }
            ? new(settings.AutomaticPersistedQueries)
            : null;
        Reload();
    }

    public static void AddTo(IRequestExecutorBuilder server, GraphQLOptions settings)
    {
        if (settings.TrustedDocuments.Only)
        {
            server.UsePersistedOperationPipeline();
        }
        else if (settings.AutomaticPersistedQueries > 0 || settings.TrustedDocuments.Folder is { Length: > 0 })
        {
            server.UseAutomaticPersistedOperationPipeline();
        }

        var documents = new StoredDocuments(settings);
        server.AddSha256DocumentHashProvider(HashFormat.Hex)
            .ConfigureSchemaServices(services => services.AddSingleton<IOperationDocumentStorage>(documents))
            .UseRequest(
                static (_, next) => context => RefuseAnothersId(context, next),
                key: nameof(RefuseAnothersId),
                before: WellKnownRequestMiddleware.DocumentCacheMiddleware);
        if (settings.TrustedDocuments.Folder is { Length: > 0 })
        {
            server.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<TrustedDocumentsReload>(
                services, (Func<bool>)documents.Reload));
        }
    }

    /// <summary>
    /// Reads the trusted documents if their files have changed. One that has run already is in HotChocolate's cache, and stays there.
    /// </summary>
    private bool Reload()
    {
        if (_settings.TrustedDocuments.Folder is not { Length: > 0 } folder)
        {
            return false;
        }

        var stamp = TrustedDocuments.StampOf(folder);
        if (stamp == _stamp)
        {
            return false;
        }

        // HotChocolate would parse a stored document without limits.
        var limits = _settings.Limits;
        var options = new ParserOptions(
            maxAllowedTokens: limits.Tokens,
            maxAllowedFields: limits.Fields,
            maxAllowedDirectives: limits.Directives,
            maxAllowedRecursionDepth: limits.Nesting);

        // A file that changes while it is read changes the stamp again. One that can't be read may be readable later, unchanged.
        _stamp = stamp;
        try
        {
            _trusted = TrustedDocuments.Read(folder).ToDictionary(
                static trusted => trusted.Key,
                IOperationDocument (trusted) => new OperationDocument(Parse(trusted.Key, trusted.Value, options)),
                StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _stamp = "";
            throw;
        }

        return true;
    }

    public ValueTask<IOperationDocument?> TryReadAsync(OperationDocumentId documentId, CancellationToken cancellationToken = default)
    {
        return new(_trusted.GetValueOrDefault(TrustedDocuments.KeyOf(documentId.Value))
            ?? _automatic?.Find(documentId.Value.ToLowerInvariant()));
    }

    public ValueTask SaveAsync(
        OperationDocumentId documentId, IOperationDocument document, CancellationToken cancellationToken = default)
    {
        // Its id is the document's hash: see RefuseAnothersId.
        if (document.AsSpan().Length <= MaxLength)
        {
            _automatic?.Set(documentId.Value, document);
        }

        return default;
    }

    private static DocumentNode Parse(string id, byte[] text, ParserOptions options)
    {
        try
        {
            return Utf8GraphQLParser.Parse(text, options);
        }
        catch (SyntaxException exception)
        {
            throw new TrustedDocumentException($"The trusted document `{id}` is refused: {exception.Message}", exception);
        }
    }

    private static string? HashOf(IOperationRequest request) =>
        request.Extensions?.Document.RootElement is { ValueKind: JsonValueKind.Object } extensions
        && extensions.TryGetProperty("persistedQuery", out var persisted) && persisted.ValueKind == JsonValueKind.Object
        && persisted.TryGetProperty("sha256Hash", out var hash) && hash.ValueKind == JsonValueKind.String
            ? hash.GetString()
            : null;

    /// <summary>
    /// Refuses a document with the id of another one. HotChocolate caches a document by the id that came with it, so whoever sends
    /// another's id would decide what everybody else gets for it.
    /// </summary>
    private static ValueTask RefuseAnothersId(RequestContext context, RequestDelegate next)
    {
        var request = context.Request;
        var message = request.Document is null ? null
            : HashOf(request) is { } hash && !hash.Equals(request.DocumentHash.Value, StringComparison.OrdinalIgnoreCase)
                ? "`extensions.persistedQuery.sha256Hash` is not the hash of the document."
                : !request.DocumentId.IsEmpty && request.DocumentId.Value != request.DocumentHash.Value
                    ? "The id is not the SHA-256 of the document, in lower-case hex digits. Send the document or its id."
                    : null;
        if (message is null)
        {
            return next(context);
        }

        context.Result = OperationResult.FromError(ErrorBuilder.New().SetMessage(message).SetCode("HC0009").Build());
        return default;
    }
}
