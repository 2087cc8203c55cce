using System.Text;
using Microsoft.AspNetCore.Http;

namespace Gateway.GraphQL.AspNetCore.Requests;

/// <summary>Reads the URL form of a request (GraphQL over HTTP §5.3). Parameters that it does not know are ignored.</summary>
internal static class QueryStringParser
{
    public static RequestFault? Parse(IQueryCollection query, GraphQLRequest request)
    {
        if (TryGet(query, "query", out var document) is { } queryFault)
        {
            return queryFault;
        }

        if (TryGetId(query, out var id) is { } idFault)
        {
            return idFault;
        }

        if (TryGet(query, "operationName", out var operationName) is { } nameFault)
        {
            return nameFault;
        }

        if ((TryGetObject(query, "variables", out var variables) ?? TryGetObject(query, "extensions", out var extensions)
            ?? PersistedQueryExtension.Read(extensions, request)) is { } fault)
        {
            return fault;
        }

        request.Document = Encoding.UTF8.GetBytes(document ?? "");
        request.DocumentId = id;
        request.OperationName = operationName;
        request.Variables = variables;
        return request.HasDocument ? null : RequestFault.NoQuery;
    }

    /// <summary>Whether a URL means to run something, rather than to open a page.</summary>
    public static bool IsRequest(IQueryCollection query)
        => query.ContainsKey("query") || query.ContainsKey("id") || query.ContainsKey("documentId") || query.ContainsKey("extensions");

    private static RequestFault? TryGetId(IQueryCollection query, out string? id)
        => TryGet(query, "id", out id)
            ?? TryGet(query, "documentId", out var documentId)
            ?? (documentId is not null && id is not null ? RequestFault.GivenTwice("id") : Set(ref id, id ?? documentId));

    private static RequestFault? Set(ref string? id, string? value)
    {
        id = value;
        return null;
    }

    /// <summary>An empty parameter is one that is left out.</summary>
    private static RequestFault? TryGet(IQueryCollection query, string name, out string? value)
    {
        var values = query[name];
        value = values.Count == 1 && values[0] is { Length: > 0 } text ? text : null;
        return values.Count > 1 ? RequestFault.GivenTwice(name) : null;
    }

    private static RequestFault? TryGetObject(IQueryCollection query, string name, out ReadOnlyMemory<byte> value)
    {
        value = default;
        return TryGet(query, name, out var text) is { } fault ? fault
            : text is null ? null
            : JsonRequestParser.ParseObject(Encoding.UTF8.GetBytes(text), name, out value);
    }
}
