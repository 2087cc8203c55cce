using System.Text.Json;
using System.Text.RegularExpressions;
using Gateway.GraphQL.Data;
using Gateway.GraphQL.Execution;
using static Gateway.GraphQL.Tests.Data.Catalog;

namespace Gateway.GraphQL.Tests.Data;

/// <summary>Filters, orders and pages that can't be, and what they cost.</summary>
public sealed class DataErrorTests
{
    private static readonly IReadOnlyList<Book> Books = [.. RandomBooks.Create(new Random(1)), .. RandomBooks.Create(new Random(2))];

    [Theory]
    [InlineData("where: {pages: null}", "`where.pages` expects a value, not null.")]
    [InlineData("where: {author: null}", "`where.author` expects a value, not null.")]
    [InlineData("where: {edition: {gt: null}}", "`where.edition.gt` expects a value, not null.")]
    [InlineData("where: {edition: {in: null}}", "`where.edition.in` expects a value, not null.")]
    [InlineData("where: {subtitle: {contains: null}}", "`where.subtitle.contains` expects a value, not null.")]
    [InlineData("where: {title: {and: [{eq: null}]}}", "`where.title` is compared with null, which it never is.")]
    [InlineData("where: {pages: {eq: null}}", "`where.pages` is compared with null, which it never is.")]
    [InlineData("where: {or: [{pages: {nin: [1, null]}}]}", "`where.or.0.pages` is compared with null, which it never is.")]
    [InlineData("where: {binding: {eq: null}}", "`where.binding.eq` expects a value, not null.")]
    [InlineData("where: {editors: {some: null}}", "`where.editors.some` expects a value, not null.")]
    [InlineData("order: {pages: null}", "`order.pages` expects a value, not null.")]
    public async Task A_null_that_means_nothing_is_refused(string argument, string expected) =>
        (await ErrorOf($"{{shelf {{books({argument}) {{title}}}}}}")).GetProperty("message").GetString()!.ShouldContain(expected);

    [Fact]
    public async Task A_filter_has_64_operations_at_most()
    {
        (await RunAsync(Document(64))).ShouldNotContain("errors");
        (await ErrorOf(Document(65))).GetProperty("message").GetString()!.ShouldContain("has 65 operations; 64 are the most.");

        static string Document(int operations) =>
            $"{{shelf {{books(where: {{or: [{string.Concat(Enumerable.Repeat("{pages: {eq: 1}},", operations))}]}}) {{title}}}}}}";
    }

    /// <summary>A variable is only checked against its type, so that a filter that means nothing takes no other field with it.</summary>
    [Theory]
    [InlineData("where", "{pages: {gt: null}}", "`where.pages.gt` expects a value, not null.")]
    [InlineData("where", "{pages: {eq: null}}", "`where.pages` is compared with null, which it never is.")]
    [InlineData("where", "{pages: {in: [MANY]}}", "`where.pages.in` has 129 items; 128 are the most.")]
    [InlineData("where", "{or: [{pages: {nin: [MANY]}}]}", "`where.or.0.pages.nin` has 129 items; 128 are the most.")]
    [InlineData("where", "{or: [OPERATIONS]}", "`where` has 65 operations; 64 are the most.")]
    [InlineData("order", "[{pages: null}]", "`order.0.pages` expects a value, not null.")]
    public async Task A_variable_fails_only_the_field_that_it_filters(string argument, string literal, string expected)
    {
        literal = literal
            .Replace("MANY", string.Join(", ", Enumerable.Range(0, 129)), StringComparison.Ordinal)
            .Replace("OPERATIONS", string.Join(", ", Enumerable.Repeat("{pages: {gt: 1}}", 65)), StringComparison.Ordinal);
        var json = Regex.Replace(literal, "[a-z]+(?=:)", "\"$0\"", RegexOptions.None, TimeSpan.FromSeconds(1));
        var type = argument == "where" ? "BookFilterInput" : "[BookSortInput!]";
        var (answer, _) = await new RequestExecutor(Catalog.Schema, new ExecutorOptions()).RunAsync(
            $"query($value: {type}!) {{shelf {{books({argument}: $value) {{title}} page(first: 0) {{totalCount}}}}}}",
            $"{{\"value\": {json}}}",
            state: new Shelf(Books));

        var error = Executing.FirstError(answer);
        error.GetProperty("message").GetString()!.ShouldContain(expected);
        error.GetProperty("path")[1].GetString().ShouldBe("books");
        (await ErrorOf($"{{shelf {{books({argument}: {literal}) {{title}}}}}}")).GetProperty("message").GetString()
            .ShouldBe(error.GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("page(first: 51) {nodes {title}}", "HC0051", "`first` is 51; 50 is the most.")]
    [InlineData("page(last: -1) {nodes {title}}", "HC0079", "`last` is -1; 0 is the least.")]
    [InlineData("titles(first: 4) {nodes}", "HC0051", "`first` is 4; 3 is the most.")]
    [InlineData("titles {nodes}", "HC0052", "A page needs `first`.")]
    [InlineData("page(after: \"x\") {nodes {title}}", "HC0078", "`after` is no cursor of this list.")]
    [InlineData("page(before: \"LTE=\") {nodes {title}}", "HC0078", "`before` is no cursor of this list.")]
    [InlineData(
        "page(after: \"MTp4\") {nodes {title}}",
        "HC0078",
        "`after` is a place in another answer: one that was renewed since, or that has other arguments. Begin with the first page.")]
    public async Task A_page_that_is_none_is_refused(string field, string code, string message)
    {
        var error = await ErrorOf($"{{shelf {{{field}}}}}");
        error.GetProperty("message").GetString().ShouldBe(message);
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe(code);
        error.GetProperty("path")[0].GetString().ShouldBe("shelf");
    }

    /// <summary>The list is longer than the largest page, so that its end is not on the first one.</summary>
    [Theory]
    [InlineData("last: 2", 118, 119)]
    [InlineData("last: 2, before: \"MTAw\"", 98, 99)]
    [InlineData("last: 2, after: \"MTAw\"", 118, 119)]
    [InlineData("first: 10, last: 2", 8, 9)]
    [InlineData("first: 3, after: \"MTAw\", last: 2", 102, 103)]
    public async Task A_page_may_be_at_the_end_of_a_long_list(string arguments, int one, int other)
    {
        IReadOnlyList<Book> books = [.. Enumerable.Range(0, 120).Select(static i => Books[0] with { Title = $"{i}" })];
        (await RunAsync($"{{shelf {{page({arguments}) {{nodes {{title}}}}}}}}", books))
            .ShouldContain($$"""{"nodes":[{"title":"{{one}}"},{"title":"{{other}}"}]}""");
    }

    [Fact]
    public async Task A_list_of_null_stays_null() => (await RunAsync(
        "{shelf {later(none: true, order: {pages: ASC}) {title} maybe(none: true, first: 1) {nodes {title}}}}"))
        .ShouldBe("""{"data":{"shelf":{"later":null,"maybe":null}}}""");

    [Fact]
    public async Task A_cursor_belongs_to_a_version_of_its_list()
    {
        var first = await CursorOf(new VersionedList<Book>(Books, "a"), "");
        (await CursorOf(new VersionedList<Book>(Books, "a"), $", after: \"{first}\"")).ShouldNotBe(first);
        (await RunAsync(Page($", after: \"{first}\""), new VersionedList<Book>(Books, "b"))).ShouldContain("HC0078");

        static string Page(string arguments) => $"{{shelf {{page(first: 1, where: {{pages: {{gte: 0}}}}, order: {{pages: ASC}}{arguments}) {{pageInfo {{endCursor}}}}}}}}";

        static async Task<string> CursorOf(IReadOnlyList<Book> books, string arguments) =>
            JsonDocument.Parse(await RunAsync(Page(arguments), books)).RootElement.GetProperty("data").GetProperty("shelf")
                .GetProperty("page").GetProperty("pageInfo").GetProperty("endCursor").GetString()!;
    }

    // Shelf, page and nodes or edges count 1 each, as do the book and the edge; the rest as the schema says.
    [Theory]
    [InlineData("page {nodes {title}}", 3, 13)]
    [InlineData("page(first: 5) {nodes {title}}", 3, 8)]
    [InlineData("page(last: 5) {nodes {title}}", 3, 8)]
    [InlineData("page(first: -5) {nodes {title}}", 3, 3)]
    [InlineData("page(first: $first) {nodes {title}}", 3, 7)]
    [InlineData("page(first: $much) {nodes {title}}", 3, 53)]
    [InlineData("page(first: $none) {nodes {title}}", 3, 13)]
    [InlineData("page(last: $omitted) {nodes {title}}", 3, 13)]
    [InlineData("page(first: $default) {nodes {title}}", 3, 6)]
    [InlineData("page(where: $where, order: $order) {totalCount}", 82, 3)]
    [InlineData("page(where: {or: [$where, {pages: $pages}]}, order: [{pages: ASC}, $key]) {totalCount}", 102, 3)]
    [InlineData("page(where: {title: {eq: $title}}) {totalCount}", 32, 3)]
    [InlineData("page(first: 5) {edges {node {title}}}", 8, 13)]
    [InlineData("page(first: 5) {totalCount}", 12, 3)]
    [InlineData("page(first: 0, order: [{pages: ASC}, {author: {name: DESC}}]) {totalCount}", 42, 3)]
    [InlineData("page(first: 0, where: {title: {contains: \"a\"}, or: [{pages: {gt: 1}}]}) {totalCount}", 52, 3)]
    public async Task A_page_costs_what_it_may_hold(string field, int fieldCost, int typeCost)
    {
        var executor = new RequestExecutor(Catalog.Schema, Executing.WithAllSteps());
        const string Variables = """
            { "first": 4, "much": 1000000, "none": null, "title": "a", "key": { "author": { "name": "DESC" } }, "order": { "pages": "ASC" },
              "where": { "title": { "contains": "a" }, "and": [{ "pages": { "gt": 1, "lt": 9 } }] }, "pages": { "in": [1, 2, 3] } }
            """;
        (string Name, string Type)[] known =
        [
            ("$first", "Int"), ("$much", "Int"), ("$none", "Int"), ("$omitted", "Int"), ("$default", "Int = 3"), ("$title", "String"), ("$where", "BookFilterInput!"),
            ("$pages", "IntOperationFilterInput"), ("$key", "BookSortInput!"), ("$order", "[BookSortInput!]"),
        ];
        var used = known.Where(one => field.Contains(one.Name, StringComparison.Ordinal)).Select(static one => $"{one.Name}: {one.Type}").ToList();
        var variables = used.Count > 0 ? $"query({string.Join(' ', used)}) " : "";
        var (json, _) = await executor.RunAsync($"{variables}{{shelf {{{field}}}}}", Variables, state: new Shelf(Books), mode: CostMode.Validate);
        var cost = JsonDocument.Parse(json).RootElement.GetProperty("extensions").GetProperty("operationCost");
        (cost.GetProperty("fieldCost").GetInt32(), cost.GetProperty("typeCost").GetInt32()).ShouldBe((fieldCost, typeCost));
    }

    [Fact]
    public async Task An_operation_costs_what_its_variables_say_each_time()
    {
        const string Document = "query($first: Int, $where: BookFilterInput) {shelf {page(first: $first, where: $where) {nodes {title}}}}";
        var executor = new RequestExecutor(Catalog.Schema, Executing.WithAllSteps());
        (await CostAsync("""{ "first": 1 }""")).ShouldBe((13, 4));
        (await CostAsync("""{ "first": 50, "where": { "pages": { "gt": 1 } } }""")).ShouldBe((23, 53));
        (await CostAsync("{}")).ShouldBe((13, 13));

        async Task<(int, int)> CostAsync(string variables)
        {
            var (json, _) = await executor.RunAsync(Document, variables, state: new Shelf(Books), mode: CostMode.Validate);
            var cost = JsonDocument.Parse(json).RootElement.GetProperty("extensions").GetProperty("operationCost");
            return (cost.GetProperty("fieldCost").GetInt32(), cost.GetProperty("typeCost").GetInt32());
        }
    }

    private static async Task<JsonElement> ErrorOf(string document) => Executing.FirstError(await RunAsync(document));

    private static async Task<string> RunAsync(string document, IReadOnlyList<Book>? books = null) =>
        (await new RequestExecutor(Catalog.Schema, new ExecutorOptions()).RunAsync(document, state: new Shelf(books ?? Books))).Json;
}
