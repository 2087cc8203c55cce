using System.Text;
using Gateway.GraphQL.Execution;

namespace Gateway.GraphQL.Tests.Execution;

public sealed class DocumentCompilerTests
{
    private readonly DocumentCompiler _compiler = new(TestSchema.Harbour, new ExecutorOptions());

    [Fact]
    public void A_document_is_kept_from_its_second_request_on()
    {
        var sources = Enumerable.Range(0, 4).Select(_ => SourceOf("{ quay }")).ToList();
        sources.ShouldBe([DocumentSource.Compiled, DocumentSource.Compiled, DocumentSource.Cache, DocumentSource.Cache]);
    }

    [Fact]
    public void Documents_that_come_once_evict_none_that_came_twice()
    {
        SourceOf("{ quay }");
        SourceOf("{ quay }");
        for (var i = 0; i < 1000; i++)
        {
            SourceOf($"{{ a{i}: quay }}").ShouldBe(DocumentSource.Compiled);
        }

        SourceOf("{ quay }").ShouldBe(DocumentSource.Cache);
    }

    [Fact]
    public void An_invalid_document_is_kept_never()
    {
        for (var i = 0; i < 3; i++)
        {
            SourceOf("{ nothing }", isValid: false).ShouldBe(DocumentSource.Compiled);
        }
    }

    private DocumentSource SourceOf(string document, bool isValid = true)
    {
        IReadOnlyList<IError> errors = [];
        (_compiler.Compile(Encoding.UTF8.GetBytes(document), ref errors, out var source) is not null).ShouldBe(isValid);
        return source;
    }
}
