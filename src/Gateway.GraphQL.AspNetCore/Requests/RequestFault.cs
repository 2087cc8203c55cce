namespace Gateway.GraphQL.AspNetCore.Requests;

/// <summary>An error of a request that is not well-formed and does not reach the engine.</summary>
/// <param name="Outcome">What the status code follows from.</param>
/// <param name="Message">The message of the error.</param>
/// <param name="Code">The <c>extensions.code</c> of the error; null for none.</param>
internal sealed record RequestFault(RequestOutcome Outcome, string Message, string? Code = null)
{
    /// <summary>The request has an invalid form.</summary>
    public static RequestFault InvalidRequest(string message) => new(RequestOutcome.NotWellFormed, message, ErrorCodes.InvalidRequest);

    /// <summary>The request is not JSON.</summary>
    public static RequestFault InvalidJson(string message) => new(RequestOutcome.Unreadable, message, ErrorCodes.SyntaxError);

    /// <summary>A parameter has the wrong type.</summary>
    public static RequestFault WrongType(string message) => new(RequestOutcome.NotWellFormed, message, ErrorCodes.SyntaxError);

    public static readonly RequestFault Empty = new(RequestOutcome.Unreadable, "The GraphQL request is empty.", ErrorCodes.InvalidRequest);

    public static readonly RequestFault Batch = InvalidRequest(
        "This server takes one request at a time: the body must be a JSON object, not a list.");

    public static readonly RequestFault EmptyBatch = InvalidRequest("The GraphQL batch request has no elements.");

    public static readonly RequestFault TwoIds = InvalidRequest(
        "The document is named more than once: one of `id`, `documentId` and `doc_id` is enough.");

    public static readonly RequestFault PersistedQuery =
        WrongType("`extensions.persistedQuery` must be an object with the `version` 1 and a `sha256Hash`.");

    public static readonly RequestFault NotUtf8 = InvalidJson("The request is not valid UTF-8.");

    public static readonly RequestFault HalfSurrogatePair = InvalidJson("A string of the request holds half of a surrogate pair.");

    public static readonly RequestFault NoQuery = new(
        RequestOutcome.NotWellFormed,
        "The request has no `query`, a string that holds a GraphQL document, and no `id` of one.",
        ErrorCodes.NoQuery);

    public static readonly RequestFault UnsupportedMediaType =
        new(RequestOutcome.UnsupportedMediaType, "The request's content type must be `application/json`, in UTF-8.");

    public static readonly RequestFault UnsupportedEncoding =
        new(RequestOutcome.UnsupportedMediaType, "The request's body may be compressed by `gzip`, once, and by nothing else.");

    public static readonly RequestFault InvalidGzip = InvalidJson("The request's body is not what `Content-Encoding: gzip` says.");

    public static readonly RequestFault NotAcceptable = new(
        RequestOutcome.NotAcceptable,
        "None of the `Accept` header values is supported: "
            + "this server answers in `application/graphql-response+json` and `application/json`.",
        ErrorCodes.NotAcceptable);

    public static readonly RequestFault MethodNotAllowed =
        new(RequestOutcome.MethodNotAllowed, "This HTTP method is not supported here: see the `Allow` header.");

    public static RequestFault TooLarge(int limit) =>
        new(RequestOutcome.TooLarge, string.Create(null, $"The request is larger than {limit} bytes."), ErrorCodes.RequestTooLarge);

    public static RequestFault BatchTooLarge(int limit) =>
        InvalidRequest(string.Create(null, $"The batch has more than {limit} requests."));

    public static RequestFault GivenTwice(string name) => InvalidRequest($"`{name}` is given more than once.");
}
