using System.Text;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Tests.Execution;

public sealed class DocumentCacheTests
{
    private static readonly ExecutableDocument Document = new(TestSchema.Harbour, Utf8GraphQLParser.Parse("{ quay }"), length: 8);

    [Fact]
    public void A_document_is_found_by_its_text()
    {
        var cache = new DocumentCache(16);
        cache.Add(Text(1), Document);
        cache.Find(Text(1)).ShouldBeSameAs(Document);
        cache.Find(Text(2)).ShouldBeNull();
    }

    [Theory]
    [InlineData(16, 16)]
    [InlineData(17, 16)]
    [InlineData(1000, 16)]
    public void No_more_documents_are_kept_than_are_allowed(int added, int kept)
    {
        var cache = new DocumentCache(16);
        for (var i = 0; i < added; i++)
        {
            cache.Add(Text(i), Document);
        }

        cache.Count.ShouldBe(kept);
        cache.Find(Text(added - 1)).ShouldBeSameAs(Document);
    }

    [Fact]
    public void Large_documents_take_the_places_of_several()
    {
        var cache = new DocumentCache(256);
        for (var i = 0; i < 100; i++)
        {
            var document = new ExecutableDocument(TestSchema.Harbour, Utf8GraphQLParser.Parse("{ quay }"), length: 8);
            cache.Add(Text(i), document);
            // A mebibyte, which its plans take later.
            document.Size.AddSelections(2048);
            cache.Measure(document);
        }

        cache.Count.ShouldBeInRange(25, 32);
    }

    [Fact]
    public void What_is_used_stays_while_others_come_and_go()
    {
        var cache = new DocumentCache(16);
        cache.Add(Text(0), Document);
        for (var i = 1; i < 1000; i++)
        {
            cache.Add(Text(i), Document);
            cache.Find(Text(0)).ShouldBeSameAs(Document);
        }
    }

    [Theory]
    [InlineData(32 * 1024, 1)]
    [InlineData((32 * 1024) + 1, 0)]
    public void Long_documents_are_not_kept(int length, int kept)
    {
        var cache = new DocumentCache(16);
        cache.Add(new byte[length], Document);
        cache.Count.ShouldBe(kept);
        (cache.Find(new byte[length]) is null).ShouldBe(kept == 0);
    }

    [Fact]
    public void A_size_below_sixteen_is_refused()
    {
        new ExecutorOptions { DocumentCacheSize = 16 }.DocumentCacheSize.ShouldBe(16);
        Should.Throw<ArgumentOutOfRangeException>(() => new ExecutorOptions { DocumentCacheSize = 15 });
    }

    private static byte[] Text(int number) => Encoding.UTF8.GetBytes($"{{ quay{number} }}");
}
