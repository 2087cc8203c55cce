using Gateway.GraphQL.AspNetCore.Execution;
using Gateway.GraphQL.AspNetCore.Requests;
using Gateway.GraphQL.Persisted;
using Gateway.Shared;
using HotChocolate.Execution;
using HotChocolate.PersistedOperations;
using HotChocolate.Validation;
using ErrorCodes = Gateway.GraphQL.ErrorCodes;
using GraphQLRequest = Gateway.GraphQL.AspNetCore.Requests.GraphQLRequest;
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

    private static readonly RequestFault AnothersHash = new(
        RequestOutcome.RequestError, "`extensions.persistedQuery.sha256Hash` is not the hash of the document.", ErrorCodes.InvalidRequest);

    private readonly BoundedCache<string, IOperationDocument>? _automatic;
    private readonly GraphQLOptions _settings;
    private volatile Dictionary<string, Trusted> _trusted = new(StringComparer.Ordinal);
    private string _stamp = "";
    private ISchemaDefinition? _schema;

    private StoredDocuments(GraphQLOptions settings)
    {
        _settings = settings;
        _automatic = settings is { AutomaticPersistedQueries: > 0, TrustedDocuments.Only: false }
            ? new(settings.AutomaticPersistedQueries)
            : null;
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
                (_, next) => context => documents.FindAsync(context, next),
                key: nameof(FindAsync),
                before: WellKnownRequestMiddleware.DocumentCacheMiddleware);
        if (settings.TrustedDocuments.Folder is { Length: > 0 })
        {
            server.AddWarmupTask((executor, _) =>
            {
                documents._schema = executor.Schema;
                documents.Reload();
                return Task.CompletedTask;
            });
            server.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<TrustedDocumentsReload>(
                services, (Func<bool>)documents.Reload));
        }
    }

    /// <summary>The id as documents are stored by it.</summary>
    public static string KeyOf(string id) => TrustedDocuments.KeyOf(id);

    /// <summary>Refuses what can't be the id or the hash of a document, which may be long, and is not repeated.</summary>
    public static RequestFault? FaultOf(GraphQLRequest request, bool onlyTrusted) =>
        request.Document.IsEmpty
            ? request.DocumentId is { } id
                ? TrustedDocuments.IsId(id) ? null : Unknown($"There is no document with this id: {TrustedDocuments.IdRule}.")
                : TrustedDocuments.IsId(request.DocumentHash!) ? null : Unknown("PersistedQueryNotFound")
            : onlyTrusted ? new(RequestOutcome.RequestError, "Only persisted operations are allowed.", ErrorCodes.OnlyPersistedDocuments)
            : request.DocumentHash is { } hash && !TrustedDocuments.IsId(hash) ? AnothersHash
            : null;

    public ValueTask<IOperationDocument?> TryReadAsync(OperationDocumentId documentId, CancellationToken cancellationToken = default) =>
        new(_automatic?.Find(documentId.Value.ToLowerInvariant()));

    public ValueTask SaveAsync(
        OperationDocumentId documentId, IOperationDocument document, CancellationToken cancellationToken = default)
    {
        // Its id is the document's hash: see FindAsync.
        if (document.AsSpan().Length <= MaxLength)
        {
            _automatic?.Set(documentId.Value, document);
        }

        return default;
    }

    /// <summary>Reads the trusted documents if their files have changed.</summary>
    /// <exception cref="TrustedDocumentException">A trusted document is too long or not valid, or a file is wrong.</exception>
    private bool Reload()
    {
        var folder = _settings.TrustedDocuments.Folder!;
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
                .ToDictionary(static trusted => trusted.Key, trusted => Read(trusted.Key, trusted.Value), StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _stamp = "";
            throw;
        }

        return true;
    }

    private Trusted Read(string id, byte[] text)
    {
        var limits = _settings.Limits;
        var options = new ParserOptions(
            maxAllowedTokens: limits.Tokens,
            maxAllowedFields: limits.Fields,
            maxAllowedDirectives: limits.Directives,
            maxAllowedRecursionDepth: limits.Nesting);
        try
        {
            var trusted = new Trusted(new($"{Guid.NewGuid():N}"), Utf8GraphQLParser.Parse(text, options));
            var validator = _schema!.Services.GetRequiredService<DocumentValidator>();
            return validator.Validate(_schema, trusted.Id, trusted.Document) is { HasErrors: true, Errors: [var error, ..] }
                ? throw new TrustedDocumentException($"The trusted document `{id}` is refused: {error.Message}")
                : trusted;
        }
        catch (SyntaxException exception)
        {
            throw new TrustedDocumentException($"The trusted document `{id}` is refused: {exception.Message}", exception);
        }
    }

    /// <summary>
    /// Finds a trusted document, and refuses a document with the hash of another one. HotChocolate caches documents and operations by the
    /// id that came with them. So a trusted document has another id each time that it is read, which nobody knows; and whoever sends
    /// another's hash does not decide what everybody else gets for it.
    /// </summary>
    private ValueTask FindAsync(RequestContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (request.Document is null && !request.DocumentId.IsEmpty && _trusted.TryGetValue(request.DocumentId.Value, out var trusted))
        {
            var info = context.OperationDocumentInfo;
            (info.Id, info.Hash, info.Document) = (trusted.Id, new(trusted.Id.Value, "SHA256", HashFormat.Hex), trusted.Document);
            (info.IsPersisted, info.IsValidated) = (true, true);
            return next(context);
        }

        var hash = HashOf(request);
        var fault = request.Document is not null
            ? hash is not null && !hash.Equals(request.DocumentHash.Value, StringComparison.OrdinalIgnoreCase) ? AnothersHash : null
            : hash is null ? Unknown($"There is no document with the id `{request.DocumentId.Value}`.")
            : _automatic is null ? Unknown("PersistedQueryNotSupported")
            : null;
        if (fault is null)
        {
            return next(context);
        }

        var error = ErrorBuilder.New().SetMessage(fault.Message).SetCode(fault.Code!);
        if (request.Document is null && hash is null)
        {
            error.SetExtension("requestedKey", request.DocumentId.Value);
        }

        context.Result = OperationResult.FromError(error.Build());
        return default;
    }

    /// <summary>The hash of <c>extensions.persistedQuery</c>, which the endpoint has checked.</summary>
    private static string? HashOf(IOperationRequest request) =>
        request.Extensions?.Document.RootElement.GetProperty("persistedQuery").GetProperty("sha256Hash").GetString();

    private static RequestFault Unknown(string message) => new(RequestOutcome.RequestError, message, ErrorCodes.UnknownDocument);

    private sealed record Trusted(OperationDocumentId Id, DocumentNode Document);
}
