using System.Text.Json;

namespace Gateway.GraphQL.AspNetCore.Requests;

/// <summary>The parameters of a request (GraphQL over HTTP, Request Parameters).</summary>
[Flags]
internal enum RequestParameter
{
    Unknown = 0,
    Query = 1,
    OperationName = 2,
    Variables = 4,
    Extensions = 8,
    DocumentId = 16,
}

internal static class RequestParameters
{
    /// <summary>The parameter with the name at the reader.</summary>
    public static RequestParameter Identify(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("query"u8) ? RequestParameter.Query
            : reader.ValueTextEquals("operationName"u8) ? RequestParameter.OperationName
            : reader.ValueTextEquals("variables"u8) ? RequestParameter.Variables
            : reader.ValueTextEquals("extensions"u8) ? RequestParameter.Extensions
            : reader.ValueTextEquals("id"u8) || reader.ValueTextEquals("documentId"u8) || reader.ValueTextEquals("doc_id"u8)
                ? RequestParameter.DocumentId
            : RequestParameter.Unknown;

    public static string Name(this RequestParameter parameter) => parameter switch
    {
        RequestParameter.Query => "query",
        RequestParameter.OperationName => "operationName",
        RequestParameter.Variables => "variables",
        RequestParameter.Extensions => "extensions",
        RequestParameter.DocumentId => "id",
        _ => throw new ArgumentOutOfRangeException(nameof(parameter)),
    };
}
