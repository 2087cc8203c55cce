using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Xunit;
using Gateway.GraphQL.Execution;
using static Gateway.GraphQL.Tests.Data.Catalog;

namespace Gateway.GraphQL.Tests.Data;

/// <summary>Filters, orders and pages are what LINQ makes of the same rows.</summary>
public sealed class LinqTests
{
    // The cost of some cases is beyond the limit.
    private static readonly RequestExecutor Executor = new(Schema, new ExecutorOptions());

    private static readonly (string Name, Func<Book, object?> Key)[] Keys =
    [
        ("subtitle: #", static book => book.Subtitle),
        ("pages: #", static book => book.Pages),
        ("edition: #", static book => book.Edition),
        ("sold: #", static book => book.Sold),
        ("price: #", static book => book.Price),
        ("lent: #", static book => book.Lent),
        ("signed: #", static book => book.Signed),
        ("binding: #", static book => book.Binding),
        ("cover: #", static book => book.Cover),
        ("added: #", static book => book.Added),
        ("review: {stars: #}", static book => book.Edition),
        ("author: {name: #}", static book => book.Author?.Name),
        ("author: {born: #}", static book => book.Author?.Born),
        ("author: {letters: #}", static book => book.Author?.Name.Length),
        ("author: {teacher: {name: #}}", static book => book.Author?.Teacher?.Name),
    ];

    [Property(MaxTest = 10_000)]
    public void A_filter_keeps_what_its_condition_is_true_of(DoNotSize<int> seed) => Check(seed.Item, static (random, _) =>
    {
        var filter = RandomFilter.OfBook(random);
        return ($"where: {filter.Literal}", $"where: {filter.Json}", books => filter.Test is { } test ? books.Where(test) : books);
    });

    [Property(MaxTest = 10_000)]
    public void An_order_sorts_by_its_keys_and_is_stable(DoNotSize<int> seed) => Check(seed.Item, static (random, _) =>
    {
        var order = OrderOf(random, out var sort);
        return ($"order: {order}", null, sort);
    });

    [Property(MaxTest = 10_000)]
    public void A_page_is_a_part_of_what_is_filtered_and_sorted(DoNotSize<int> seed)
    {
        var random = new Random(seed.Item);
        var books = RandomBooks.Create(random);
        var filter = RandomFilter.OfBook(random);
        var order = OrderOf(random, out var sort);
        List<Book> all = [.. sort(filter.Test is { } test ? books.Where(test) : books)];
        int? first = random.Maybe<int>(random.Next(8)), last = random.Maybe<int>(random.Next(8));
        int? after = random.Maybe<int>(random.Next(8)), before = random.Maybe<int>(random.Next(20));

        // As the specification of connections says it: remove what is outside of the cursors, then slice.
        var page = all.Index().Where(one => !(one.Index <= after) && !(one.Index >= before)).ToList();
        page = first is null && last is null ? [.. page.Take(10)] : first is { } count ? [.. page.Take(count)] : page;
        page = last is { } size ? [.. page.TakeLast(size)] : page;
        var arguments = new List<string> { $"where: {filter.Literal}", $"order: {order}" };
        Add("first", first?.ToString(CultureInfo.InvariantCulture));
        Add("last", last?.ToString(CultureInfo.InvariantCulture));
        Add("after", after is { } start ? Cursor(start) : null);
        Add("before", before is { } end ? Cursor(end) : null);
        var json = Run($"{{shelf {{page({string.Join(", ", arguments)}) {{totalCount pageInfo {{hasNextPage hasPreviousPage startCursor endCursor}} "
            + "edges {cursor node {title}} nodes {title}}}}", books).GetProperty("page");

        json.GetProperty("totalCount").GetInt32().ShouldBe(all.Count);
        TitlesOf(json.GetProperty("nodes")).ShouldBe(page.Select(static one => one.Item.Title));
        TitlesOf(json.GetProperty("edges"), static edge => edge.GetProperty("node")).ShouldBe(page.Select(static one => one.Item.Title));
        json.GetProperty("edges").EnumerateArray().Select(static edge => $"\"{edge.GetProperty("cursor").GetString()}\"")
            .ShouldBe(page.Select(static one => Cursor(one.Index)));
        if (page is [var head, .., var tail])
        {
            var info = json.GetProperty("pageInfo");
            info.GetProperty("hasPreviousPage").GetBoolean().ShouldBe(head.Index > 0);
            info.GetProperty("hasNextPage").GetBoolean().ShouldBe(tail.Index < all.Count - 1);
            info.GetProperty("startCursor").GetString().ShouldBe(Cursor(head.Index).Trim('"'));
            info.GetProperty("endCursor").GetString().ShouldBe(Cursor(tail.Index).Trim('"'));
        }

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                arguments.Add($"{name}: {value}");
            }
        }
    }

    private static string Cursor(int index) => $"\"{Convert.ToBase64String(Encoding.ASCII.GetBytes($"{index}"))}\"";

    private static string OrderOf(Random random, out Func<IEnumerable<Book>, IEnumerable<Book>> sort)
    {
        var orders = new List<string>();
        IReadOnlyList<(Func<Book, object?> Key, bool IsAscending)> keys = [];
        for (var count = random.Next(3); count >= 0; count--)
        {
            var fields = random.GetItems(Keys, random.Next(3)).DistinctBy(static key => key.Name[..key.Name.IndexOf(':', StringComparison.Ordinal)])
                .Select(key => (key.Name, key.Key, IsAscending: random.Next(2) == 0)).ToList();
            orders.Add($"{{{string.Join(", ", fields.Select(static field => field.Name.Replace(
                "#", field.IsAscending ? "ASC" : "DESC", StringComparison.Ordinal)))}}}");
            keys = [.. keys, .. fields.Select(static field => (field.Key, field.IsAscending))];
        }

        sort = books => keys.Aggregate(books.OrderBy(static _ => 0), static (sorted, key) => key.IsAscending
            ? sorted.ThenBy(key.Key, Ordinal.Instance)
            : sorted.ThenByDescending(key.Key, Ordinal.Instance));
        return $"[{string.Join(", ", orders)}]";
    }

    private static void Check(
        int seed,
        Func<Random, IReadOnlyList<Book>, (string Literal, string? Json, Func<IEnumerable<Book>, IEnumerable<Book>> Expected)> create)
    {
        var random = new Random(seed);
        var books = RandomBooks.Create(random);
        var (literal, json, expected) = create(random, books);
        var titles = expected(books).Select(static book => book.Title).ToList();
        TitlesOf(Run($"{{shelf {{books({literal}) {{title}}}}}}", books).GetProperty("books")).ShouldBe(titles, literal);
        if (json is not null)
        {
            var result = Run(
                "query($where: BookFilterInput) {shelf {books(where: $where) {title}}}", books, $"{{\"where\": {json["where: ".Length..]}}}");
            TitlesOf(result.GetProperty("books")).ShouldBe(titles, json);
        }
    }

    private static JsonElement Run(string document, IReadOnlyList<Book> books, string? variables = null)
    {
        var (json, _) = Executor.RunAsync(document, variables, state: new Shelf(books)).GetAwaiter().GetResult();
        using var parsed = JsonDocument.Parse(json);
        parsed.RootElement.TryGetProperty("errors", out _).ShouldBeFalse($"{json} of {document} with {variables}");
        return parsed.RootElement.GetProperty("data").GetProperty("shelf").Clone();
    }

    private static IEnumerable<string?> TitlesOf(JsonElement list, Func<JsonElement, JsonElement>? book = null) =>
        list.EnumerateArray().Select(item => (book?.Invoke(item) ?? item).GetProperty("title").GetString());

    private sealed class Ordinal : IComparer<object?>
    {
        public static readonly Ordinal Instance = new();

        public int Compare(object? x, object? y) =>
            x is string one && y is string other ? string.CompareOrdinal(one, other) : Comparer<object?>.Default.Compare(x, y);
    }
}
