using System.Globalization;
using System.Text;

namespace Gateway.GraphQL.AspNetCore.Tests;

/// <summary>
/// What the text of GraphQL over HTTP of September 2026 says a server MUST or SHOULD do, sentence by sentence, and what the versions before
/// it do in its place (https://github.com/graphql/graphql-over-http/blob/main/spec/GraphQLOverHTTP.md). What it says of clients is left
/// out, and so are 401 and 403, since whether a credential may read is said by a field's error, and the teapot.
/// </summary>
public sealed class SpecificationTests(SpecificationTests.Servers servers) : IClassFixture<SpecificationTests.Servers>
{
    private const string GraphQL = "application/graphql-response+json";
    private const string Json = "application/json";

    private static readonly string[] Versions = ["Draft20260903", "Draft20250508", "Legacy"];

    // Status and content type as in "200 G": G is application/graphql-response+json, J is application/json, both in UTF-8, and - is none.
    // One for all versions, or one for each.
    private static readonly Rule[] Rules =
    [
        // URL
        new("URL", "A server MUST enable GraphQL requests to one or more GraphQL schemas", Query("{ hello }"), ["200 G"], ["200 J"]),

        // Serialization Format
        new("Serialization Format", "Servers and clients MUST support JSON", Query("{ hello }"), ["200 G"], ["200 J"]),
        new("Media Types", "then utf-8 MUST be assumed", Query("""{ hello(name: \"é🏊\") }"""), ["200 G"], ["200 J"], "hello é🏊"),

        // Request
        new("Request", "A server MUST accept POST requests", Query("{ hello }"), ["200 G"], ["200 J"]),
        new("Request Parameters", "(not well-formed:) of the wrong type", Post("""{"query":{}}"""), ["422 G", "400 G", "400 G"], ["422 G", "400 J", "400 J"]),
        new("Request Parameters", "(well-formed:) So long as it is a string", Query("#"), ["400 G"], ["400 G", "200 J", "200 J"]),
        new("GET", "MUST be provided in the query component", Get("query=query+A%20%7Bhello%7D&operationName=A"), ["200 G"], ["200 J"]),
        new("GET", "(URLSearchParams:) names are case-sensitive", Get("query=%7Bhello%7D&Query=%7Bfails%7D"), ["200 G"], ["200 J"]),
        new("GET", "(URLSearchParams:) another name", Get("QUERY=%7Bhello%7D"), ["422 G", "400 G", "400 G"], ["422 G", "400 J", "400 J"]),
        new("GET", "MUST be encoded as a JSON string", Get("query=query($n:String)%7Bhello(name:$n)%7D&variables=%7B%22n%22:%22x%22%7D&extensions=%7B%7D"), ["200 G"], ["200 J"], "hello x"),
        new("GET", "the empty string is equivalent to not specifying them", Get("query=%7Bhello%7D&operationName=&variables=&extensions="), ["200 G"], ["200 J"]),
        new("GET", "MUST NOT be used for executing mutation operations", Get("query=mutation%7Bchange%7D"), ["405 G"], ["405 G", "405 J", "405 J"]) { Header = ("Allow", "POST") },
        new("GET", "the values of query and operationName indicate a mutation", Get("query=query%20A%7Bhello%7D%20mutation%20B%7Bchange%7D&operationName=B"), ["405 G"], ["405 G", "405 J", "405 J"]) { Header = ("Allow", "POST") },
        new("GET", "(a mutation) that is not valid", Get("query=mutation%7Bnothing%7D"), ["405 G"], ["405 G", "405 J", "405 J"]) { Header = ("Allow", "POST") },
        new("GET", "(a query beside) a mutation", Get("query=query%20A%7Bhello%7D%20mutation%20B%7Bchange%7D&operationName=A"), ["200 G"], ["200 J"]),
        new("POST", "The request MUST have a body", Post(""), ["400 G"], ["400 G", "400 J", "400 J"]),
        new("POST", "MUST support POST requests encoded with application/json", Query("{ hello }", "application/json; charset=utf-8"), ["200 G"], ["200 J"]),
        new("POST", "(the same) under another name of UTF-8", Query("{ hello }", "application/json; charset=utf8"), ["200 G"], ["200 J"]),
        new("POST", "MUST assume the encoding is utf-8", Query("""{ hello(name: \"é\") }"""), ["200 G"], ["200 J"], "hello é"),
        new("POST", "without Content-Type SHOULD reject the request", Query("{ hello }", ""), ["415 G"], ["415 G", "415 J", "415 J"]),
        new("JSON Encoding", "MUST ignore properties they do not understand", Post("""{"query":"{ hello }","foo":{"query":1},"Query":2}"""), ["200 G"], ["200 J"]),
        new("JSON Encoding", "(the same) however deep they nest", Post("""{"query":"{ hello }","foo":""" + new string('[', 20_000) + new string(']', 20_000) + "}"), ["200 G"], ["200 J"]),
        new("JSON Encoding", "(the same) in extensions", Post("""{"query":"{ hello }","extensions":{"foo":""" + new string('[', 100) + new string(']', 100) + "}}"), ["200 G"], ["200 J"]),
        new("JSON Encoding", "null is equivalent to not specifying them", Post("""{"query":"{ hello }","operationName":null,"variables":null,"extensions":null}"""), ["200 G"], ["200 J"]),

        // Response
        new("Body", "MUST indicate the media type and SHOULD indicate the encoding", Query("{ hello }"), ["200 G"], ["200 J"]),
        new("Body", "MUST support application/graphql-response+json", Query("{ hello }"), ["200 G"], null),
        new("Body", "MUST respect the Accept header: by weight", Query("{ hello }") with { Accept = $"{GraphQL};q=0.5, {Json};q=0.4" }, ["200 G"]),
        new("Body", "the highest priority media type listed", Query("{ hello }") with { Accept = $"{GraphQL};q=0.4, {Json};q=0.5" }, ["200 J"]),
        new("Body", "(no Accept:) any content type it chooses", Query("{ hello }") with { Accept = "" }, ["200 G", "200 G", "200 J"]),
        new("Body", "(any type:) the server's preferred media type", Query("{ hello }") with { Accept = "*/*" }, ["200 G", "200 G", "200 J"]),
        new("Body", "no supported media type is acceptable: MUST either respond with 406", Query("{ hello }") with { Accept = "image/png" }, ["406 G", "406 G", "406 J"]),
        new("Body", "but application/json: SHOULD replace the type of 2xx", Query("{ fails }"), ["294 G", "200 G", "200 G"], ["294 J", "200 J", "200 J"]),
        new("Body", "(and of no other status)", Query("{ nothing }"), ["422 G", "400 G", "400 G"], ["422 G", "200 J", "200 J"]),
        new("Body", "neither any supported nor application/json SHOULD be 406", Query("{ hello }") with { Accept = "text/html;q=0.9, application/graphql+json" }, ["406 G", "406 G", "406 J"]),
        new("Body", "(RFC 9110 §12.5.1:) a part that cannot be read is disregarded", Query("{ hello }") with { Accept = "text/html, *; q=.2, */*; q=.2, ;, application/json" }, ["200 J"]),

        // Validation
        new("Validation", "SHOULD apply all the validation rules", Query("query A { hello } query A { hello }"), ["422 G", "400 G", "400 G"], ["422 G", "200 J", "200 J"], "GRAPHQL_VALIDATION_FAILED"),

        // Status Codes
        new("Status Codes", "no well-formed response MUST NOT use application/graphql-response+json", Query("{ hello }", $"{Json}\r\nX-Bug: yes"), ["500 -"], ["500 -"]),
        new("Status Codes", "data that is not null MUST be 2xx", Query("{ hello fails }"), ["294 G", "200 G", "200 G"], ["294 J", "200 J", "200 J"]),
        new("Status Codes", "data without errors SHOULD be 200", Query("{ hello }"), ["200 G"], ["200 J"]),
        new("Status Codes", "data beside errors SHOULD be 294", Query("{ fails }"), ["294 G", "200 G", "200 G"], ["294 J", "200 J", "200 J"]),
        new("Status Codes", "(the same) even if data is null", Query("{ failsAll }"), ["294 G", "200 G", "200 G"], ["294 J", "200 J", "200 J"], "\"data\":null"),
        new("Status Codes", "a mutation via GET SHOULD be 405", Get("query=mutation%7Bchange%7D"), ["405 G"], ["405 G", "405 J", "405 J"]) { Header = ("Allow", "POST") },
        new("Status Codes", "an unsupported HTTP method SHOULD be 405", Method("PUT"), ["405 G"], ["405 G", "405 J", "405 J"]) { Header = ("Allow", "GET, HEAD, POST") },
        new("Status Codes", "an unsupported Content-Type SHOULD be 415", Query("{ hello }", "text/plain"), ["415 G"], ["415 G", "415 J", "415 J"]),
        new("Status Codes", "(RFC 9110 §15.5.16:) or content coding", Query("{ hello }", "application/json\r\nContent-Encoding: zstd"), ["415 G"], ["415 G", "415 J", "415 J"]) { Header = ("Accept-Encoding", "gzip") },
        new("Status Codes", "none of Accept supported, without application/json, SHOULD be 406", Query("{ hello }") with { Accept = "text/*" }, ["406 G", "406 G", "406 J"]),
        new("Status Codes", "no request in time SHOULD be 408", new("POST", "/graphql", Json, "{") { Length = 5000 }, ["408 G"], ["408 G", "408 J", "408 J"]),
        new("Status Codes", "(the same) for the headers", new("GET", "/graphql", Json, null) { Ends = false }, ["408 -"], ["408 -"]),
        new("Status Codes", "a URI that is too large SHOULD be 414", Get($"query=%7Bhello%7D&x={new string('x', 20_000)}"), ["414 -"], ["414 -"]),
        new("Status Codes", "headers that are too large SHOULD be 431", Query("{ hello }", $"{Json}\r\nX-Large: {new string('x', 40_000)}"), ["431 -"], ["431 -"]),
        new("Status Codes", "a body that is too large SHOULD be 413", Query("{ hello }", Json, new string(' ', 100_000)), ["413 G"], ["413 G", "413 J", "413 J"]),
        new("Status Codes", "JSON that could not be parsed SHOULD be 400", Post("""{"query":"""), ["400 G"], ["400 G", "400 J", "400 J"]),
        new("Status Codes", "not a well-formed request SHOULD be 422", Post("""{"qeury":"{ hello }"}"""), ["422 G", "400 G", "400 G"], ["422 G", "400 J", "400 J"]),
        new("Status Codes", "(the same) for the shape of variables", Post("""{"query":"{ hello }","variables":[7]}"""), ["422 G", "400 G", "400 G"], ["422 G", "400 J", "400 J"]),
        new("Status Codes", "a document that cannot be parsed SHOULD be 400", Query("{"), ["400 G"], ["400 G", "200 J", "200 J"]),
        new("Status Codes", "what does not pass validation SHOULD be 422", Query("{ nothing }"), ["422 G", "400 G", "400 G"], ["422 G", "200 J", "200 J"]),
        new("Status Codes", "an operation that cannot be determined SHOULD be 422", Query("query A { hello } query B { hello }"), ["422 G", "400 G", "400 G"], ["422 G", "200 J", "200 J"]),
        new("Status Codes", "variables that cannot be coerced SHOULD be 422", Query("query($of: Int!) { number(of: $of) }"), ["422 G", "400 G", "400 G"], ["422 G", "200 J", "200 J"]),
        new("Status Codes", "(the same) for a null", Post("""{"query":"query($of: Int!) { number(of: $of) }","variables":{"of":null}}"""), ["422 G", "400 G", "400 G"], ["422 G", "200 J", "200 J"]),
        new("Status Codes", "load-shedding SHOULD be 503", Query("{ large }"), ["503 G"], ["503 G", "503 J", "503 J"]) { Header = ("Retry-After", "1") },
        new("Status Codes", "When the server is the reason for failure: 5xx", Query("{ hangs }"), ["504 G"], ["504 G", "200 J", "200 J"], "HC0045"),

        // What it does not speak of
        new("(batches)", "application/graphql-response+json is of one response", Post("""[{"query":"{ hello }"},{"query":"{ nothing }"}]"""), ["200 J"], ["200 J"]),
    ];

    public static IEnumerable<TheoryDataRow<string, string, string>> Sentences() =>
        from version in Versions from rule in Rules select new TheoryDataRow<string, string, string>(version, rule.Section, rule.Sentence);

    [Theory]
    [MemberData(nameof(Sentences))]
    public async Task Each_version_answers_as_its_text_says(string version, string section, string sentence)
    {
        var rule = Rules.Single(rule => (rule.Section, rule.Sentence) == (section, sentence));
        var index = Array.IndexOf(Versions, version);
        await Task.WhenAll(CheckAsync(rule.Request.Accept ?? GraphQL, rule.GraphQL), CheckAsync(Json, rule.Json));

        async Task CheckAsync(string accept, string[]? expected)
        {
            if (expected is not null)
            {
                var response = await servers[index].SendAsync(rule.Request.With(accept));

                $"{response.Status} {Letter(response.ContentType)}".ShouldBe(expected[expected.Length == 1 ? 0 : index], $"{accept}: {response.Body}");
                response.Body.ShouldContain(rule.Body);
                (rule.Header is not (var name, var value) || response.Headers.GetValueOrDefault(name) == value).ShouldBeTrue();
            }
        }
    }

    [Theory]
    [InlineData("query=mutation%7Bchange%7D")]
    [InlineData("query=query%20A%7Bhello%7D%20mutation%20B%7Bchange%7D&operationName=B")]
    public async Task A_mutation_by_GET_is_405_where_the_schema_has_no_mutations_too(string parameters)
    {
        await using var server = await SpecificationServer.StartAsync("Draft20260903", hasMutations: false);

        var response = await server.SendAsync(Get(parameters).With(GraphQL));

        response.Status.ShouldBe(405);
        response.Headers["Allow"].ShouldBe("POST");
    }

    private static string Letter(string? contentType) => contentType switch
    {
        $"{GraphQL}; charset=utf-8" => "G",
        $"{Json}; charset=utf-8" => "J",
        null => "-",
        _ => contentType,
    };

    private static RawRequest Query(string document, string contentType = Json, string end = "") =>
        new("POST", "/graphql", contentType, $$"""{"query":"{{document}}"}{{end}}""");

    private static RawRequest Post(string body) => new("POST", "/graphql", Json, body);

    private static RawRequest Get(string parameters) => new("GET", $"/graphql?{parameters}", "", null);

    private static RawRequest Method(string name) => new(name, "/graphql", Json, "{}");

    /// <param name="Section">The section of the text.</param>
    /// <param name="Sentence">A few words of the sentence, or in parentheses what follows from it.</param>
    /// <param name="Request">The request.</param>
    /// <param name="GraphQL">The response to a client that accepts the newer type, or what the request says.</param>
    /// <param name="Json">The response to a client that only accepts JSON.</param>
    /// <param name="Body">A part of the body.</param>
    private sealed record Rule(string Section, string Sentence, RawRequest Request, string[]? GraphQL, string[]? Json = null, string Body = "")
    {
        public (string Name, string Value)? Header { get; init; }
    }

    private sealed record RawRequest(string Method, string Target, string ContentType, string? Body)
    {
        public string? Accept { get; init; }

        public int? Length { get; init; }

        public bool Ends { get; init; } = true;

        public byte[] With(string accept)
        {
            var head = new StringBuilder($"{Method} {Target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
            head.Append(accept.Length == 0 ? "" : $"Accept: {accept}\r\n");
            head.Append(ContentType.Length == 0 ? "" : $"Content-Type: {ContentType}\r\n");
            var body = Encoding.UTF8.GetBytes(Body ?? "");
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {Length ?? body.Length}\r\n");
            return [.. Encoding.UTF8.GetBytes(Ends ? head.Append("\r\n").ToString() : head.ToString()), .. body];
        }
    }

    public sealed class Servers : IAsyncLifetime
    {
        private readonly SpecificationServer[] _servers = new SpecificationServer[Versions.Length];

        internal SpecificationServer this[int index] => _servers[index];

        public async ValueTask InitializeAsync()
        {
            for (var index = 0; index < Versions.Length; index++)
            {
                _servers[index] = await SpecificationServer.StartAsync(Versions[index]);
            }
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var server in _servers)
            {
                await server.DisposeAsync();
            }
        }
    }
}
