using Gateway.GraphQL.Data;
using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Tests.Data;

/// <summary>A schema with lists of every kind of property.</summary>
internal static class Catalog
{
    public static Schema Schema { get; } = Builder().AddFiltering().AddSorting().Create();

    public static SchemaBuilder Builder() => SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Query>().AddType<AuthorType>().AddType<ReviewType>();

    public enum Binding
    {
        Paper,
        Cloth,
        Leather,
    }

    public sealed record Author(string Name, int? Born, Author? Teacher);

    /// <summary>Fields that are described in code are filtered and sorted by, too.</summary>
    internal sealed class AuthorType : ObjectType<Author>
    {
        protected override void Configure(IObjectTypeDescriptor<Author> descriptor) =>
            descriptor.Field("letters").Description("Letters of the name.").Resolve(static (Author author) => (int?)author.Name.Length);
    }

    public sealed class Review(int stars)
    {
        internal int Stars => stars;
    }

    internal sealed class ReviewType : ObjectType<Review>
    {
        protected override void Configure(IObjectTypeDescriptor<Review> descriptor) =>
            descriptor.Field("stars").Resolve(static (Review review) => (int?)review.Stars);
    }

    public readonly record struct Size(int Height, double? Width);

    public sealed record Book(
        string Title,
        string? Subtitle,
        int Pages,
        int? Edition,
        long Sold,
        double? Price,
        bool Lent,
        bool? Signed,
        Binding Binding,
        Binding? Cover,
        DateTimeOffset Added,
        Author? Author,
        Size Size,
        Size? Box,
        IReadOnlyList<string> Tags,
        IReadOnlyList<int> Ratings,
        IReadOnlyList<Binding> Bindings,
        IReadOnlyList<Author>? Editors)
    {
        [ID]
        public string? Shelfmark => Subtitle;

        public Review? Review => Edition is { } edition ? new Review(edition) : null;

        public int GetWords(int perPage = 300) => Pages * perPage;
    }

    public sealed class Shelf(IReadOnlyList<Book> books)
    {
        [UseFiltering]
        [UseSorting]
        public IReadOnlyList<Book> Books => books;

        [UsePaging(ConnectionName = "ShelfBooks", IncludeTotalCount = true)]
        [UseFiltering]
        [UseSorting]
        public IReadOnlyList<Book> Page => books;

        [UsePaging(DefaultPageSize = 2, MaxPageSize = 3, AllowBackwardPagination = false, RequirePagingBoundaries = true)]
        public IEnumerable<string> Titles => books.Select(book => book.Title);

        [UseFiltering]
        public IEnumerable<Book> GetFirst(int count) => books.Take(count);

        [UseSorting]
        public async Task<IReadOnlyList<Book>?> GetLaterAsync(bool none = false)
        {
            await Task.Yield();
            return none ? null : books;
        }

        [UsePaging]
        public Task<IReadOnlyList<Book>?> GetMaybeAsync(bool none = false) => GetLaterAsync(none);
    }

    public sealed class Query
    {
        public Shelf GetShelf([Service] Shelf shelf) => shelf;
    }
}
