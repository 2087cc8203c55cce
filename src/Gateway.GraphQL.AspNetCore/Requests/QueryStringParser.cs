using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Gateway.GraphQL.AspNetCore.Requests;

/// <summary>Parses the query string of a GET request (GraphQL over HTTP, §5.3). Unknown parameters are ignored.</summary>
internal static class QueryStringParser
{
    public static RequestFault? Parse(IQueryCollection query, GraphQLRequest request)
    {
        var reader = new Reader(query);
        request.Document = Encoding.UTF8.GetBytes(reader.Text("query") ?? "");
        request.DocumentId = reader.Text("id", "documentId", "doc_id");
        request.OperationName = reader.Text("operationName");
        request.Variables = reader.Object("variables");
        var extensions = reader.Object("extensions");
        return reader.Fault ?? PersistedQueryExtension.Read(extensions, request) ?? (request.HasDocument ? null : RequestFault.NoQuery);
    }

    /// <summary>Whether the URL is a GraphQL request, as opposed to a browser that opens the IDE.</summary>
    public static bool IsRequest(IQueryCollection query) =>
        query.ContainsKey("query") || query.ContainsKey("id") || query.ContainsKey("documentId") || query.ContainsKey("doc_id")
        || query.ContainsKey("extensions");

    /// <summary>Reads parameters up to the first fault. An empty parameter counts as absent.</summary>
    private struct Reader(IQueryCollection query)
    {
        public RequestFault? Fault { get; private set; }

        public string? Text(string name, params ReadOnlySpan<string> otherNames)
        {
            var values = query[name];
            foreach (var otherName in otherNames)
            {
                values = StringValues.Concat(values, query[otherName]);
            }

            if (values.Count > 1)
            {
                Fault ??= RequestFault.GivenTwice(name);
            }

            return values.Count == 1 && values[0] is { Length: > 0 } text ? text : null;
        }

        public ReadOnlyMemory<byte> Object(string name)
        {
            ReadOnlyMemory<byte> value = default;
            if (Text(name) is { } text)
            {
                Fault ??= JsonRequestParser.ParseObject(Encoding.UTF8.GetBytes(text), name, out value);
            }

            return value;
        }
    }
}
