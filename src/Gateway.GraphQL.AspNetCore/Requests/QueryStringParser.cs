using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Gateway.GraphQL.AspNetCore.Requests;

/// <summary>
/// Parses the query string of a GET request (GraphQL over HTTP, GET). Unknown parameters are ignored. Names are case-sensitive, as in
/// URLSearchParams (https://url.spec.whatwg.org/#interface-urlsearchparams); ASP.NET Core's <c>Request.Query</c> ignores case.
/// </summary>
internal sealed class QueryStringParser
{
    private static readonly string[] IdNames = ["id", "documentId", "doc_id"];

    private readonly Dictionary<string, (string Text, bool IsRepeated)> _parameters = new(StringComparer.Ordinal);
    private RequestFault? _fault;

    public QueryStringParser(QueryString query)
    {
        foreach (var parameter in new QueryStringEnumerable(query.Value))
        {
            var name = parameter.DecodeName().ToString();
            _parameters[name] = (parameter.DecodeValue().ToString(), _parameters.ContainsKey(name));
        }
    }

    /// <summary>Whether the URL is a GraphQL request, as opposed to a browser that opens the IDE.</summary>
    public bool IsRequest => Has("query") || Has("extensions") || Array.Exists(IdNames, Has);

    public bool Has(string name) => _parameters.ContainsKey(name);

    /// <summary>Reads parameters up to the first fault. An empty parameter counts as absent.</summary>
    public RequestFault? Parse(GraphQLRequest request)
    {
        request.Document = Encoding.UTF8.GetBytes(Text("query") ?? "");
        foreach (var id in IdNames.Select(Text).OfType<string>())
        {
            _fault ??= request.Identify(id);
        }

        request.OperationName = Text("operationName");
        request.Variables = Object("variables");
        var extensions = Object("extensions");
        return _fault ?? PersistedQueryExtension.Read(extensions, request) ?? (request.HasDocument ? null : RequestFault.NoQuery);
    }

    private string? Text(string name)
    {
        var (text, isRepeated) = _parameters.GetValueOrDefault(name);
        if (isRepeated)
        {
            _fault ??= RequestFault.GivenTwice(name);
        }

        return isRepeated || text is not { Length: > 0 } ? null : text;
    }

    private ReadOnlyMemory<byte> Object(string name)
    {
        ReadOnlyMemory<byte> value = default;
        if (Text(name) is { } text)
        {
            _fault ??= JsonRequestParser.ParseObject(Encoding.UTF8.GetBytes(text), name, out value);
        }

        return value;
    }
}
