namespace Gateway.GraphQL.Generators.Tests;

internal static class Sources
{
    /// <summary>Every kind of type.</summary>
    public const string Library = """"
        [assembly: Module("Library")]

        namespace Library;

        /// <summary>The fields of the query type.</summary>
        [QueryType]
        internal static partial class Queries
        {
            /// <summary>
            /// Books of a genre.
            /// At most <c>first</c> of them.
            /// </summary>
            /// <param name="genre">The <see cref="Genre"/>.</param>
            /// <param name="first">How many.</param>
            /// <param name="order">The order.</param>
            [Cost(2.5)]
            [ListSize(AssumedSize = 20)]
            public static async Task<IReadOnlyList<Book>> GetBooksAsync(
                Genre? genre,
                BookFilter? filter,
                [MaxLength(5)] IReadOnlyList<Order>? order,
                [Service] Shelf shelf,
                TimeProvider time,
                CancellationToken cancellationToken,
                int first = 10,
                Genre otherwise = Genre.Poetry,
                string title = "\"A\"") => await shelf.FindAsync(genre, first, cancellationToken);

            [Longer]
            public static string GetTitle(int? before, IResolverContext context, string? after = null) => "";

            public static Book? GetBook(KeyInput by) => null;

            public static IItem Item => new Book("", null);

            public static IFind[] Found => [];

            public static Page<Book> GetPage() => new([]);
        }

        [MutationType]
        internal sealed partial class Mutations
        {
            public bool Lend([ID] string id) => true;
        }

        [ObjectType<Book>]
        internal static partial class BookMembers
        {
            public static string GetShelfMark([Parent] Book book, Schema schema) => book.Title;
        }

        /// <summary>Something on the shelf.</summary>
        public interface IItem
        {
            string Title { get; }
        }

        [UnionType("Find")]
        public interface IFind;

        /// <summary>A book.</summary>
        /// <param name="Title">Its title.</param>
        [Cost(1)]
        public sealed record Book(string Title, [property: ID] string? Isbn) : IItem, IFind
        {
            [Obsolete("Use `genres`.")]
            public Genre? Genre => null;

            public IReadOnlyList<Genre?>? Genres => null;

            public int GetPages(bool cover = true) => 100;

            public ValueTask<DateTimeOffset?> GetLentAsync() => default;

            [GraphQLIgnore]
            public string Secret => "";
        }

        public sealed record Page<T>(IReadOnlyList<T> Items);

        /// <summary>What a book is about.</summary>
        public enum Genre
        {
            /// <summary>A novel.</summary>
            Novel,
            [GraphQLName("VERSE"), GraphQLDeprecated("Old.")]
            Poetry,
            Rhyme = Poetry,
        }

        /// <summary>An order of books.</summary>
        public readonly record struct Order(string Column);

        internal sealed class OrderType : EnumType<Order>
        {
            protected override void Configure(IEnumTypeDescriptor<Order> descriptor) => descriptor.Value(new Order("a")).Name("A");
        }

        public sealed class BookFilter(string title)
        {
            /// <summary>The title.</summary>
            public string Title { get; } = title;

            [DefaultValue(1.5)]
            public double Weight { get; init; }

            [DefaultValueSyntax("[NOVEL]")]
            public List<Genre>? Genres { get; set; }

            public int? Pages { get; init; } = 100;

            public int? Year { get; set; } = 2000;

            public BookFilter? Not { get; init; }
        }

        [OneOf]
        public sealed record KeyInput([property: ID] string? Isbn, string? Title);

        public sealed class Shelf
        {
            public Task<IReadOnlyList<Book>> FindAsync(Genre? genre, int first, CancellationToken cancellationToken) =>
                Task.FromResult<IReadOnlyList<Book>>([]);
        }

        internal sealed class LongerAttribute : ObjectFieldDescriptorAttribute
        {
            protected override void OnConfigure(
                IDescriptorContext context, IObjectFieldDescriptor descriptor, System.Reflection.MemberInfo? member) =>
                descriptor.Argument("length", argument => argument.Type(typeof(IReadOnlyList<int>)));
        }
        """";
}
