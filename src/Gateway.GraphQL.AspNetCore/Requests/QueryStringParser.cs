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

        if (document is null)
        {
            return RequestFault.NoQuery;
        }

        if (TryGet(query, "operationName", out var operationName) is { } nameFault)
        {
            return nameFault;
        }

        if (TryGetObject(query, "variables", out var variables) is { } variablesFault)
        {
            return variablesFault;
        }

        request.Document = Encoding.UTF8.GetBytes(document);
        request.OperationName = operationName;
        request.Variables = variables;
        return TryGetObject(query, "extensions", out _);
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
