using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Persisted;

namespace Gateway.GraphQL.Tests.Persisted;

public sealed class PersistedDocumentTests : IDisposable
{
    private const string Document = "{ quay }";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("trusted-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_document_is_remembered_by_its_hash()
    {
        var executor = Automatic();
        var hash = HashOf(Document);
        (await RunAsync(executor, hash: hash)).ShouldBe("""{"errors":[{"message":"PersistedQueryNotFound","extensions":{"code":"HC0020"}}]}""");
        (await RunAsync(executor, Document, hash: hash)).ShouldBe(
            """{"data":{"quay":4},"extensions":{"persistedQuery":{"sha256Hash":"HASH","persisted":true}}}""".Replace("HASH", hash, StringComparison.Ordinal));
        (await RunAsync(executor, hash: hash)).ShouldBe("""{"data":{"quay":4}}""");
        (await RunAsync(executor, hash: hash.ToUpperInvariant())).ShouldBe("""{"data":{"quay":4}}""");
    }

    [Fact]
    public async Task A_document_with_another_hash_is_neither_run_nor_remembered()
    {
        var executor = Automatic();
        var hash = HashOf("{ other }");
        (await RunAsync(executor, Document, hash: hash)).ShouldContain("is not the hash of the document");
        (await RunAsync(executor, hash: hash)).ShouldContain("PersistedQueryNotFound");
        (await RunAsync(executor, hash: HashOf(Document))).ShouldContain("PersistedQueryNotFound");
    }

    [Theory]
    [InlineData("{ none }")]
    [InlineData("{")]
    public async Task A_document_that_is_not_valid_is_not_remembered(string document)
    {
        var executor = Automatic();
        await RunAsync(executor, document, hash: HashOf(document));
        (await RunAsync(executor, hash: HashOf(document))).ShouldContain("PersistedQueryNotFound");
    }

    [Theory]
    [InlineData(32 * 1024, true)]
    [InlineData((32 * 1024) + 1, false)]
    public async Task Long_documents_run_and_are_not_remembered(int length, bool remembered)
    {
        var executor = Automatic();
        var document = Document + new string(' ', length - Document.Length);
        (await RunAsync(executor, document, hash: HashOf(document))).Contains("persisted", StringComparison.Ordinal).ShouldBe(remembered);
        (await RunAsync(executor, hash: HashOf(document))).ShouldContain(remembered ? "data" : "PersistedQueryNotFound");
    }

    [Fact]
    public async Task The_store_forgets_what_was_not_used_lately()
    {
        var executor = Automatic(capacity: 3);
        var documents = Enumerable.Range(0, 4).Select(i => $"{{ a{i}: quay }}").ToList();
        foreach (var document in documents[..3])
        {
            await RunAsync(executor, document, hash: HashOf(document));
        }

        await RunAsync(executor, hash: HashOf(documents[0]));
        await RunAsync(executor, documents[3], hash: HashOf(documents[3]));
        (await RunAsync(executor, hash: HashOf(documents[0]))).ShouldContain("data");
        (await RunAsync(executor, hash: HashOf(documents[1]))).ShouldContain("PersistedQueryNotFound");
        (await RunAsync(executor, hash: HashOf(documents[2]))).ShouldContain("data");
        (await RunAsync(executor, hash: HashOf(documents[3]))).ShouldContain("data");
    }

    [Fact]
    public async Task Where_they_are_off_clients_are_told_not_to_try_again()
    {
        var executor = new RequestExecutor(TestSchema.Harbour, Executing.WithAllSteps());
        (await RunAsync(executor, hash: HashOf(Document))).ShouldContain("PersistedQueryNotSupported");
        (await RunAsync(executor, Document, hash: "whatever")).ShouldBe("""{"data":{"quay":4}}""");
    }

    [Fact]
    public async Task A_trusted_document_is_asked_for_by_its_id()
    {
        Write("quay-1_A.graphql", Document);
        var executor = Trusted();
        (await RunAsync(executor, id: "quay-1_A")).ShouldBe("""{"data":{"quay":4}}""");
        (await RunAsync(executor, hash: "quay-1_A")).ShouldBe("""{"data":{"quay":4}}""");
        (await RunAsync(executor, Document)).ShouldBe("""{"data":{"quay":4}}""");
    }

    [Theory]
    [InlineData("other")]
    [InlineData("sha256:quay")]
    public async Task An_id_without_a_document_is_told_what_was_looked_for(string id)
    {
        Write("other.json", "{}");
        (await RunAsync(Trusted(), id: id)).ShouldBe(
            """{"errors":[{"message":"There is no document with the id `ID`.","extensions":{"code":"HC0020","requestedKey":"ID"}}]}"""
                .Replace("ID", id, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("quay.graphql")]
    [InlineData("../quay")]
    [InlineData("/etc/passwd")]
    [InlineData("quay\0")]
    [InlineData("sha1:quay")]
    public async Task What_is_no_id_is_refused_and_reads_no_file(string id)
    {
        Write("quay.graphql", Document);
        (await RunAsync(Trusted(), id: id)).ShouldBe(
            """{"errors":[{"message":"There is no document with this id: ids have 1 to 128 letters, digits, `-` and `_`, after `sha256:` or without.","extensions":{"code":"HC0020"}}]}""");
    }

    [Fact]
    public async Task A_hash_may_be_asked_for_with_its_algorithm()
    {
        var hash = HashOf(Document);
        Write($"{hash}.graphql", Document);
        Write("map.json", """{ "sha256:prefixed": "{ quay }" }""");
        var executor = Trusted();
        foreach (var id in new[] { hash, $"sha256:{hash}", "prefixed", "sha256:prefixed" })
        {
            (await RunAsync(executor, id: id)).ShouldBe("""{"data":{"quay":4}}""");
        }
    }

    [Fact]
    public async Task A_file_may_have_many_documents()
    {
        Write("one.graphql", Document);
        Write("persisted-documents.json", """{ "two": "{ b: quay }", "one": "{ quay }" }""");
        Write(
            "persisted-query-manifest.json",
            """
            { "format": "apollo-persisted-query-manifest", "version": 1, "operations":
              [{ "id": "three", "name": "Q", "type": "query", "body": "query Q { c: quay }" }] }
            """);
        var executor = Trusted(only: true);
        (await RunAsync(executor, id: "one")).ShouldBe("""{"data":{"quay":4}}""");
        (await RunAsync(executor, id: "two")).ShouldBe("""{"data":{"b":4}}""");
        (await RunAsync(executor, hash: "three")).ShouldBe("""{"data":{"c":4}}""");
    }

    [Fact]
    public async Task A_file_may_begin_with_a_byte_order_mark()
    {
        Write("one.graphql", "\uFEFF{ quay }");
        Write("many.json", "\uFEFF{ \"two\": \"{ quay }\" }");
        var executor = Trusted();
        (await RunAsync(executor, id: "one")).ShouldBe("""{"data":{"quay":4}}""");
        (await RunAsync(executor, id: "two")).ShouldBe("""{"data":{"quay":4}}""");
    }

    [Fact]
    public void A_file_that_is_no_UTF8_is_named()
    {
        File.WriteAllBytes(Path.Combine(_folder.FullName, "m.json"), [.. "{ \"a\": \"{ quay } #"u8, 0xE9, .. "\" }"u8]);
        Should.Throw<InvalidOperationException>(() => Trusted()).Message.ShouldContain("m.json` can't be read");
        File.Delete(Path.Combine(_folder.FullName, "m.json"));
        File.WriteAllBytes(Path.Combine(_folder.FullName, "one.graphql"), [.. "{ quay } #"u8, 0xE9]);
        Should.Throw<InvalidOperationException>(() => Trusted()).Message.ShouldContain("`one` is refused");
        File.WriteAllBytes(Path.Combine(_folder.FullName, "one.graphql"), []);
        Should.Throw<InvalidOperationException>(() => Trusted()).Message.ShouldContain("`one` is refused");
    }

    [Fact]
    public async Task Where_only_trusted_documents_are_allowed_nothing_else_runs()
    {
        Write("quay.graphql", Document);
        var executor = Trusted(only: true);
        (await RunAsync(executor, id: "quay")).ShouldBe("""{"data":{"quay":4}}""");
        foreach (var refused in new[] { await RunAsync(executor, Document), await RunAsync(executor, Document, hash: HashOf(Document)), await RunAsync(executor, Document, id: "quay") })
        {
            refused.ShouldBe("""{"errors":[{"message":"Only persisted operations are allowed.","extensions":{"code":"HC0067"}}]}""");
        }

        (await RunAsync(executor, hash: HashOf(Document))).ShouldContain("PersistedQueryNotSupported");
    }

    [Theory]
    [InlineData("none.graphql", "{ none }", "`none` is refused")]
    [InlineData("a b.graphql", Document, "letters, digits")]
    [InlineData("m.json", "{ \"a\": \"{ none }\" }", "`a` is refused")]
    [InlineData("m.json", "{ \"a b\": \"{ quay }\" }", "letters, digits")]
    [InlineData("m.json", "{ \"a\": \"{ quay }\"", "m.json` can't be read")]
    [InlineData("m.json", "{ \"a\": \"{ quay }\", \"a\": \"{ quay }\" }", "m.json` can't be read")]
    [InlineData("m.json", "", "m.json` can't be read")]
    [InlineData("m.json", "{ \"a\": \"\\ud800\" }", "m.json` can't be read")]
    [InlineData("m.json", "{ \"\\ud800\": \"{ quay }\" }", "m.json` can't be read")]
    [InlineData("m.json", "[]", "must be an object")]
    [InlineData("m.json", "{ \"a\": 1 }", "`a` must be the text of a document")]
    [InlineData("m.json", "{ \"a\": \"{ quay }\", \"sha256:a\": \"{ b: quay }\" }", "`sha256:a` has two documents")]
    [InlineData("m.json", "{ \"format\": \"apollo-persisted-query-manifest\", \"version\": 2 }", "version 1")]
    [InlineData("m.json", "{ \"format\": \"apollo-persisted-query-manifest\", \"version\": 1 }", "`operations`")]
    [InlineData("m.json", "{ \"format\": \"apollo-persisted-query-manifest\", \"version\": 1, \"operations\": [{ \"id\": 1 }] }", "`id` and `body`")]
    public void A_folder_with_something_else_stops_the_start(string file, string content, string message)
    {
        Write(file, content);
        Should.Throw<InvalidOperationException>(() => Trusted()).Message.ShouldContain(message);
    }

    [Theory]
    [InlineData(256 * 1024, true)]
    [InlineData((256 * 1024) + 1, false)]
    public void A_trusted_document_may_be_as_long_as_the_limit(int length, bool allowed)
    {
        Write("long.graphql", Document + new string(',', length - Document.Length));
        if (allowed)
        {
            Trusted();
        }
        else
        {
            Should.Throw<InvalidOperationException>(() => Trusted());
        }
    }

    [Fact]
    public async Task Without_the_step_a_request_has_to_send_its_document()
    {
        var executor = new RequestExecutor(TestSchema.Harbour, new ExecutorOptions());
        (await RunAsync(executor, id: "quay")).ShouldBe("""{"errors":[{"message":"The request has no document.","extensions":{"code":"HC0015"}}]}""");
        (await RunAsync(executor, Document, hash: "whatever")).ShouldBe("""{"data":{"quay":4}}""");
    }

    [Fact]
    public void A_folder_that_is_not_there_stops_the_start()
    {
        var options = new ExecutorOptions();
        options.Use<PersistedOperationStep>().TrustedFolder = Path.Combine(_folder.FullName, "none");
        Should.Throw<DirectoryNotFoundException>(() => new RequestExecutor(TestSchema.Harbour, options));
    }

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(_folder.FullName, name), content);

    private static RequestExecutor Automatic(int capacity = 16)
    {
        var options = new ExecutorOptions();
        options.Use<PersistedOperationStep>().AutomaticCapacity = capacity;
        return new RequestExecutor(TestSchema.Harbour, options);
    }

    private RequestExecutor Trusted(bool only = false)
    {
        var options = new ExecutorOptions();
        options.Request.PersistedOperations.OnlyAllowPersistedDocuments = only;
        var step = options.Use<PersistedOperationStep>();
        (step.TrustedFolder, step.AutomaticCapacity) = (_folder.FullName, only ? 16 : 0);
        return new RequestExecutor(TestSchema.Harbour, options);
    }

    private static string HashOf(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    private static async Task<string> RunAsync(RequestExecutor executor, string document = "", string? id = null, string? hash = null)
    {
        var request = new OperationRequest { Document = Encoding.UTF8.GetBytes(document), DocumentId = id, DocumentHash = hash };
        using var result = await executor.ExecuteAsync(request, TestContext.Current.CancellationToken);
        var output = new ArrayBufferWriter<byte>();
        result.WriteTo(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
