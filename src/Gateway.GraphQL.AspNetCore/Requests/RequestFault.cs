using Gateway.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace Gateway.GraphQL.AspNetCore.Requests;

/// <summary>An error of a request that is not well-formed and does not reach the engine.</summary>
/// <param name="Status">The status code of the response, for any media type.</param>
/// <param name="Message">The message of the error.</param>
/// <param name="Code">The <c>extensions.code</c> of the error; null for none.</param>
internal sealed record RequestFault(int Status, string Message, string? Code = null)
{
    /// <summary>Makes a response like the engine's own request errors.</summary>
    public ExecutionResult ToResult() => PooledResult.RequestError([new Error(Message) { Code = Code }]);

    /// <summary>The request has an invalid form.</summary>
    public static RequestFault InvalidRequest(string message) => new(StatusCodes.Status400BadRequest, message, "HC0009");

    /// <summary>The JSON is invalid, or a member has the wrong type.</summary>
    public static RequestFault InvalidJson(string message) => new(StatusCodes.Status400BadRequest, message, "HC0011");

    public static readonly RequestFault Empty = InvalidRequest("The GraphQL request is empty.");

    public static readonly RequestFault Batch = InvalidRequest(
        "This server takes one request at a time: the body must be a JSON object, not a list.");

    public static readonly RequestFault EmptyBatch = InvalidRequest("The GraphQL batch request has no elements.");

    public static readonly RequestFault PersistedQuery =
        InvalidJson("`extensions.persistedQuery` must be an object with the `version` 1 and a `sha256Hash`.");

    public static readonly RequestFault NotUtf8 = InvalidJson("The request is not valid UTF-8.");

    public static readonly RequestFault HalfSurrogatePair = InvalidJson("A string of the request holds half of a surrogate pair.");

    public static readonly RequestFault NoQuery =
        new(
            StatusCodes.Status400BadRequest,
            "The request has no `query`, a string that holds a GraphQL document, and no `id` of one.",
            "HC0013");

    public static readonly RequestFault UnsupportedMediaType =
        new(
            StatusCodes.Status415UnsupportedMediaType,
            "The request's content type must be `application/json`, in UTF-8 and without a content encoding.");

    public static readonly RequestFault NotAcceptable =
        new(
            StatusCodes.Status406NotAcceptable,
            "None of the `Accept` header values is supported: "
                + "this server answers in `application/graphql-response+json` and `application/json`.",
            "HC0063");

    public static readonly RequestFault InvalidAccept =
        new(StatusCodes.Status400BadRequest, "The `Accept` header cannot be parsed.", "HC0064");

    public static readonly RequestFault MethodNotAllowed =
        new(StatusCodes.Status405MethodNotAllowed, "This HTTP method is not supported here: see the `Allow` header.");

    public static RequestFault TooLarge(int limit) =>
        new(StatusCodes.Status413PayloadTooLarge, string.Create(null, $"The request is larger than {limit} bytes."), "HC0010");

    public static RequestFault BatchTooLarge(int limit) =>
        InvalidRequest(string.Create(null, $"The batch has more than {limit} requests."));

    public static RequestFault GivenTwice(string name) => InvalidRequest($"`{name}` is given more than once.");
}
