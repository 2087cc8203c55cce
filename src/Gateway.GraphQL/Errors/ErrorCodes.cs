namespace Gateway.GraphQL;

/// <summary>
/// The <c>extensions.code</c> of the engine's errors: HotChocolate's code if it has one, so that clients and tools recognize it.
/// </summary>
internal static class ErrorCodes
{
    /// <summary>The request has an invalid form.</summary>
    public const string InvalidRequest = "HC0009";

    /// <summary>The request's body is too large.</summary>
    public const string RequestTooLarge = "HC0010";

    /// <summary>The request or the document can't be parsed.</summary>
    public const string SyntaxError = "HC0011";

    /// <summary>The variables are no JSON object.</summary>
    public const string UnreadableVariables = "HC0012";

    /// <summary>The request has neither a query nor an id.</summary>
    public const string NoQuery = "HC0013";

    /// <summary>There is no document to execute.</summary>
    public const string NoDocument = "HC0015";

    /// <summary>A variable has the wrong type.</summary>
    public const string InvalidVariable = "HC0016";

    /// <summary>Null or nothing for what must not be null.</summary>
    public const string NonNull = "HC0018";

    /// <summary>No document has this id or hash.</summary>
    public const string UnknownDocument = "HC0020";

    /// <summary>The execution took too long.</summary>
    public const string Timeout = "HC0045";

    /// <summary>Introspection is off.</summary>
    public const string IntrospectionNotAllowed = "HC0046";

    /// <summary>The operation is too costly.</summary>
    public const string TooCostly = "HC0047";

    /// <summary>A page has more items than allowed.</summary>
    public const string PageSizeTooLarge = "HC0051";

    /// <summary>A page needs a number of items.</summary>
    public const string NoPageSize = "HC0052";

    /// <summary>The client accepts neither media type.</summary>
    public const string NotAcceptable = "HC0063";

    /// <summary>Only trusted documents are executed.</summary>
    public const string OnlyPersistedDocuments = "HC0067";

    /// <summary>A cursor is none, or that of an earlier list.</summary>
    public const string InvalidCursor = "HC0078";

    /// <summary>A page has a negative number of items.</summary>
    public const string PageSizeTooSmall = "HC0079";

    /// <summary>An introspection nests too deep.</summary>
    public const string TooDeep = "HC0086";

    /// <summary>Checking whether fields can be merged takes too much work.</summary>
    public const string MergeLimit = "HC0107";

    /// <summary>A resolver returned what the leaf's type can't express.</summary>
    public const string InvalidLeafValue = "EXEC_INVALID_LEAF_VALUE";

    /// <summary>A resolver returned what is none of the abstract type's possible types.</summary>
    public const string UnknownAbstractType = "EXEC_UNABLE_TO_RESOLVE_ABSTRACT_TYPE";

    /// <summary>The document is not valid, and HotChocolate has no code for the reason. It is Apollo's.</summary>
    public const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";
}
