using System.Text;
using System.Text.Json;
using Gateway.GraphQL.AspNetCore.Requests;

namespace Gateway.GraphQL.AspNetCore.Tests.Requests;

public sealed class JsonRequestParserTests
{
    [Theory]
    [InlineData("""{"query":"{ a }"}""", "{ a }", null, "")]
    [InlineData("""{"variables":{"a":[1,{"b":"}"}]},"query":"{ a }","operationName":"A"}""", "{ a }", "A", """{"a":[1,{"b":"}"}]}""")]
    [InlineData("""{"query":"{ a }","operationName":null,"variables":null,"extensions":null}""", "{ a }", null, "")]
    [InlineData("""{"query":"{ a }","operationName":""}""", "{ a }", null, "")]
    [InlineData("""{"query":"{\n a(s: \"\u00e9\ud83d\ude00\")\t}"}""", "{\n a(s: \"é😀\")\t}", null, "")]
    [InlineData("""{"q\u0075ery":"{ a }"}""", "{ a }", null, "")]
    [InlineData("""{"query":"{ é😀 }","variables":{}}""", "{ é😀 }", null, "{}")]
    [InlineData("""{"foo":{"query":[1,{}]},"query":"{ a }","foo":1,"Query":2,"extensions":{"a":1}}""", "{ a }", null, "")]
    [InlineData(" \r\n\t{ \"query\" : \"{ a }\" } \n", "{ a }", null, "")]
    [InlineData("\uFEFF{\"query\":\"{ a }\",\"variables\":{\"a\":1}}", "{ a }", null, """{"a":1}""")]
    public void Parameters_are_read(string body, string document, string? operationName, string variables)
    {
        using var request = new GraphQLRequest();

        JsonRequestParser.Parse(Encoding.UTF8.GetBytes(body), request).ShouldBeNull();

        Encoding.UTF8.GetString(request.Document.Span).ShouldBe(document);
        request.OperationName.ShouldBe(operationName);
        Encoding.UTF8.GetString(request.Variables.Span).ShouldBe(variables);
    }

    [Theory]
    [InlineData("", "HC0009", "The GraphQL request is empty.")]
    [InlineData("\uFEFF", "HC0009", "The GraphQL request is empty.")]
    [InlineData("  ", "HC0011", "The request is not valid JSON: line 1, byte 3.")]
    [InlineData("hello", "HC0011", "The request is not valid JSON: line 1, byte 1.")]
    [InlineData("{\n\"query\":\"{ a }\"", "HC0011", "The request is not valid JSON: line 2, byte 16.")]
    [InlineData("""{"query":"{ a }",}""", "HC0011", "The request is not valid JSON: line 1, byte 18.")]
    [InlineData("""{"query":"{ a }"} x""", "HC0011", "The request is not valid JSON: line 1, byte 19.")]
    [InlineData("""{"query":"{ a }"}{}""", "HC0011", "The request is not valid JSON: line 1, byte 18.")]
    [InlineData("""{"query":"{ a }" /*c*/}""", "HC0011", "The request is not valid JSON: line 1, byte 18.")]
    [InlineData("null", "HC0011", "The request must be a JSON object.")]
    [InlineData("\"{ a }\"", "HC0011", "The request must be a JSON object.")]
    [InlineData("{}", "HC0013", "The request has no `query`, a string that holds a GraphQL document, and no `id` of one.")]
    [InlineData("""{"query":null}""", "HC0013", "The request has no `query`, a string that holds a GraphQL document, and no `id` of one.")]
    [InlineData("""{"query":""}""", "HC0013", "The request has no `query`, a string that holds a GraphQL document, and no `id` of one.")]
    [InlineData("""{"Query":"{ a }"}""", "HC0013", "The request has no `query`, a string that holds a GraphQL document, and no `id` of one.")]
    [InlineData("""{"query":1}""", "HC0011", "`query` must be a string or null, but is a number.")]
    [InlineData("""{"query":["{ a }"]}""", "HC0011", "`query` must be a string or null, but is a list.")]
    [InlineData("""{"query":"{ a }","operationName":{}}""", "HC0011", "`operationName` must be a string or null, but is an object.")]
    [InlineData("""{"query":"{ a }","variables":"{}"}""", "HC0011", "`variables` must be an object or null, but is a string.")]
    [InlineData("""{"query":"{ a }","variables":[{}]}""", "HC0011", "`variables` must be an object or null, but is a list.")]
    [InlineData("""{"id":1}""", "HC0011", "`id` must be a string or null, but is a number.")]
    [InlineData("""{"doc_id":1}""", "HC0011", "`doc_id` must be a string or null, but is a number.")]
    [InlineData("""{"id":"a","documentId":"a"}""", "HC0009", "The document is named more than once: one of `id`, `documentId` and `doc_id` is enough.")]
    [InlineData("""{"doc_id":"a","documentId":"a"}""", "HC0009", "The document is named more than once: one of `id`, `documentId` and `doc_id` is enough.")]
    [InlineData("""{"doc_id":null,"doc_id":"a"}""", "HC0009", "`doc_id` is given more than once.")]
    [InlineData("""{"extensions":{"persistedQuery":1}}""", "HC0011", "`extensions.persistedQuery` must be an object with the `version` 1 and a `sha256Hash`.")]
    [InlineData("""{"extensions":{"persistedQuery":{"version":2,"sha256Hash":"a"}}}""", "HC0011", "`extensions.persistedQuery` must be an object with the `version` 1 and a `sha256Hash`.")]
    [InlineData("""{"extensions":{"persistedQuery":{"version":1,"sha256Hash":[]}}}""", "HC0011", "`extensions.persistedQuery` must be an object with the `version` 1 and a `sha256Hash`.")]
    [InlineData("""{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"\ud83d"}}}""", "HC0011", "A string of the request holds half of a surrogate pair.")]
    [InlineData("""{"query":"{ a }","extensions":true}""", "HC0011", "`extensions` must be an object or null, but is a boolean.")]
    [InlineData("""{"query":"{ a }","query":"{ a }"}""", "HC0009", "`query` is given more than once.")]
    [InlineData("""{"query":"{ a }","variables":null,"variables":{}}""", "HC0009", "`variables` is given more than once.")]
    [InlineData("""{"query":"\ud83d"}""", "HC0011", "A string of the request holds half of a surrogate pair.")]
    [InlineData("""{"query":"{ a }","operationName":"\ude00"}""", "HC0011", "A string of the request holds half of a surrogate pair.")]
    public void What_is_no_request_is_refused(string body, string code, string message)
    {
        using var request = new GraphQLRequest();

        var fault = JsonRequestParser.Parse(Encoding.UTF8.GetBytes(body), request).ShouldNotBeNull();

        (fault.Message, fault.Code).ShouldBe((message, code));
        fault.Outcome.ShouldBe(IsReadable(body) ? RequestOutcome.NotWellFormed : RequestOutcome.Unreadable);
    }

    [Theory]
    [InlineData("""{"id":"abc"}""", "abc", null)]
    [InlineData("""{"documentId":"abc","id2":1}""", "abc", null)]
    [InlineData("""{"doc_id":"abc","variables":{}}""", "abc", null)]
    [InlineData("""{"id":null,"documentId":"abc","doc_id":""}""", "abc", null)]
    [InlineData("""{"id":"abc","documentId":null}""", "abc", null)]
    [InlineData("""{"extensions":{"a":{"b":[1]},"persistedQuery":{"x":[{}],"sha256Hash":"ff","version":1}}}""", null, "ff")]
    [InlineData("""{"query":"{ a }","extensions":{"persistedQuery":null}}""", null, null)]
    public void Documents_that_the_server_has_are_asked_for_by_id_or_hash(string body, string? id, string? hash)
    {
        using var request = new GraphQLRequest();

        JsonRequestParser.Parse(Encoding.UTF8.GetBytes(body), request).ShouldBeNull();

        request.DocumentId.ShouldBe(id);
        request.DocumentHash.ShouldBe(hash);
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_refused()
    {
        using var request = new GraphQLRequest();

        JsonRequestParser.Parse("{\"query\":\"\xff\"}".Select(c => (byte)c).ToArray(), request).ShouldBe(RequestFault.NotUtf8);
    }

    [Theory]
    [InlineData("variables")]
    [InlineData("extensions")]
    [InlineData("another")]
    public void Members_may_nest_ten_thousand_deep(string member)
    {
        using var request = new GraphQLRequest();
        var body = $$"""{"query":"{ a }","{{member}}":{"a":""" + new string('[', 10_000) + new string(']', 10_000) + "}}";

        JsonRequestParser.Parse(Encoding.UTF8.GetBytes(body), request).ShouldBeNull();
    }

    [Fact]
    public void A_document_without_escapes_is_not_copied()
    {
        using var request = new GraphQLRequest();
        var body = Encoding.UTF8.GetBytes("""{"query":"{ a }"}""");

        JsonRequestParser.Parse(body, request).ShouldBeNull();

        request.Document.Span.Overlaps(body).ShouldBeTrue();
    }

    /// <summary>Whether another reader of JSON reads the body.</summary>
    private static bool IsReadable(string body)
    {
        try
        {
            return !body.Contains("\\ud", StringComparison.Ordinal) && JsonDocument.Parse(body.TrimStart('\uFEFF')) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
