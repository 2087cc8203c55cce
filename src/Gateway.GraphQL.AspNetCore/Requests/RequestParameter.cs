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
    Id = 16,
    DocumentId = 32,
    DocId = 64,
}

internal static class RequestParameters
{
    /// <summary>The parameter with the name at the reader.</summary>
    public static RequestParameter Identify(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("query"u8) ? RequestParameter.Query
            : reader.ValueTextEquals("operationName"u8) ? RequestParameter.OperationName
            : reader.ValueTextEquals("variables"u8) ? RequestParameter.Variables
            : reader.ValueTextEquals("extensions"u8) ? RequestParameter.Extensions
            : reader.ValueTextEquals("id"u8) ? RequestParameter.Id
            : reader.ValueTextEquals("documentId"u8) ? RequestParameter.DocumentId
            : reader.ValueTextEquals("doc_id"u8) ? RequestParameter.DocId
            : RequestParameter.Unknown;

    public static string Name(this RequestParameter parameter) => parameter switch
    {
        RequestParameter.Query => "query",
        RequestParameter.OperationName => "operationName",
        RequestParameter.Variables => "variables",
        RequestParameter.Extensions => "extensions",
        RequestParameter.Id => "id",
        RequestParameter.DocumentId => "documentId",
        RequestParameter.DocId => "doc_id",
        _ => throw new ArgumentOutOfRangeException(nameof(parameter)),
    };
}
