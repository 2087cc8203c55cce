using System.Text;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Tests.Execution;

public sealed class DocumentCacheTests
{
    [Fact]
    public void A_document_is_found_by_its_text_and_by_nothing_else()
    {
        var cache = new DocumentCache(16);
        var document = Document("{ hello }");
        cache.Add(Text("{ hello }"), document);
        cache.Find(Text("{ hello }")).ShouldBeSameAs(document);
        cache.Find(Text("{ hello } ")).ShouldBeNull();
    }

    [Fact]
    public void The_callers_memory_is_not_kept()
    {
        var cache = new DocumentCache(16);
        var text = Encoding.UTF8.GetBytes("{ hello }");
        cache.Add(text, Document("{ hello }"));
        text.AsSpan().Fill((byte)'x');
        cache.Find(Text("{ hello }")).ShouldNotBeNull();
    }

    [Fact]
    public void It_never_holds_more_than_its_capacity_and_keeps_what_is_used()
    {
        var cache = new DocumentCache(16);
        var document = Document("{ hello }");
        cache.Add(Text("often"), document);
        for (var n = 0; n < 1_000; n++)
        {
            cache.Add(Text($"once {n}"), document);
            cache.Find(Text("often")).ShouldNotBeNull();
            cache.Count.ShouldBeLessThanOrEqualTo(16);
        }
    }

    private static ExecutableDocument Document(string text) => new(StarQuery.Schema, Utf8GraphQLParser.Parse(text));

    private static ReadOnlyMemory<byte> Text(string text) => Encoding.UTF8.GetBytes(text);
}
