using Snapshooter;
using Snapshooter.Xunit3;

namespace Gateway.GraphQL.Generators.Tests;

/// <summary>What is generated for filters, orders and pages, and what can't have them.</summary>
public sealed class DataTests
{
    private const string Shelf = """
        using Gateway.GraphQL.Data;

        [assembly: Module("Shelf")]

        namespace Shelf;

        [QueryType]
        internal static partial class Queries
        {
            [UsePaging(ConnectionName = "ShelfBooks", MaxPageSize = 5, IncludeTotalCount = true)]
            [UseFiltering]
            [UseSorting]
            public static async Task<IReadOnlyList<Book>> GetBooksAsync(int year) => await Task.FromResult<IReadOnlyList<Book>>([]);

            [UseFiltering]
            [UseSorting]
            public static IReadOnlyList<Book> Latest => [];
        }

        /// <summary>A book.</summary>
        public sealed class Book
        {
            /// <summary>Its title.</summary>
            public string Title => "";

            public int? Pages => null;

            public Genre Genre => default;

            public Author? Author => null;

            public Size? Size => null;

            public IReadOnlyList<int> Ratings => [];

            public IReadOnlyList<Author> Editors => [];

            public Book? Sequel => null;

            [GraphQLIgnore]
            public string Secret => "";
        }

        public enum Genre
        {
            Novel,
        }

        public sealed record Author([property: ID] string Id);

        public record struct Size(double Height);
        """;

    [Theory]
    [InlineData("Shelf.QueriesExtension")]
    [InlineData("Shelf.BookFilterInputDefinition")]
    [InlineData("Shelf.BookSortInputDefinition")]
    [InlineData("Sample.ShelfBooksConnectionDefinition")]
    public void Lists_have_filters_orders_and_pages(string name)
    {
        var generation = new Generation(Shelf);
        generation.Errors.ShouldBeEmpty();
        Snapshot.Match(generation[name], new SnapshotNameExtension(name));
    }

    [Theory]
    [InlineData(
        "[UseFiltering] public static Item? A => null;",
        "GQL0024 (4,36): `Query.a`: Queries.Item? can't be filtered, sorted or paged: return an IReadOnlyList or IEnumerable of objects that are not null")]
    [InlineData(
        "[UseSorting] public static Item[] A => [];",
        "GQL0024 (4,35): `Query.a`: Queries.Item[] can't be filtered, sorted or paged: return an IReadOnlyList or IEnumerable of objects that are not null")]
    [InlineData(
        "[UseFiltering] public static IEnumerable<string> A => [];",
        "GQL0024 (4,50): `Query.a`: IEnumerable<string> can't be filtered, sorted or paged: "
        + "return an IReadOnlyList or IEnumerable of objects that are not null")]
    [InlineData(
        "[UseSorting] public static IEnumerable<Item> A => [];",
        "GQL0025 (4,46): `Query.a`: Queries.Item has no property to sort by")]
    [InlineData(
        "[UsePaging(ConnectionName = \"B\")] public static IEnumerable<Item> A => []; [UsePaging] public static IEnumerable<string> B => [];",
        "GQL0026 (4,122): `Query.b`: there is another connection `B`, of other items or with another totalCount: set another ConnectionName")]
    [InlineData(
        "[UseFiltering] [UsePaging] public static IEnumerable<Item> A => [];",
        "HC0100 (4,60): `Query.a`: the order is [UsePaging], [UseFiltering], [UseSorting]")]
    public void What_does_not_fit_is_refused(string members, string expected) =>
        new Generation(
            "using Gateway.GraphQL.Data;\n[QueryType] internal static partial class Queries\n{\n"
            + $"{members} public sealed class Item {{ public Item? Next => null; public int GetA() => 1; }}\n}}")
            .Errors.Where(error => error.StartsWith("GQL", StringComparison.Ordinal) || error.StartsWith("HC", StringComparison.Ordinal))
            .ShouldBe([expected]);
}
