namespace Gateway.GraphQL.AspNetCore.Requests;

/// <summary>How a request ended. <c>ResponseStatus</c> has the status code of each.</summary>
internal enum RequestOutcome
{
    /// <summary>The response has <c>data</c> and no errors.</summary>
    Data,

    /// <summary>The response has <c>data</c>, which may be null, and errors.</summary>
    PartialData,

    /// <summary>The response is a list of responses.</summary>
    Batch,

    /// <summary>The request is not JSON, or can't be read.</summary>
    Unreadable,

    /// <summary>The request is JSON, but not a well-formed GraphQL-over-HTTP request.</summary>
    NotWellFormed,

    /// <summary>The document can't be parsed.</summary>
    SyntaxError,

    /// <summary>The document is not valid, or its operation or variables are wrong.</summary>
    RequestError,

    /// <summary>The HTTP method is not allowed, or not for this kind of operation.</summary>
    MethodNotAllowed,

    /// <summary>The client accepts neither media type.</summary>
    NotAcceptable,

    /// <summary>The body did not come in time.</summary>
    RequestTimeout,

    /// <summary>The body is too large.</summary>
    TooLarge,

    /// <summary>The body has another media type or content coding.</summary>
    UnsupportedMediaType,

    /// <summary>There is no room for the response.</summary>
    Overloaded,

    /// <summary>The execution took too long.</summary>
    TimedOut,
}
