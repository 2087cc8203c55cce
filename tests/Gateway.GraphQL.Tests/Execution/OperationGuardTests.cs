using System.Text;
using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Tests.Execution;

/// <summary>What a guard sees of an operation before it is executed.</summary>
public sealed class OperationGuardTests
{
    private static readonly SchemaBuilder Shop = SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Query>().AddType<Toy>().AddType<Book>();

    [Theory]
    [InlineData("{ price(of: 1) }", "Query.price(1)")]
    [InlineData("{ a: price(of: 1) b: price(of: $n) __typename }", "Query.price(1) Query.price(7)")]
    [InlineData("{ shelf { name price(of: 2) } }", "Shelf.price(2)")]
    [InlineData("{ shelves { price(of: 2) next { price(of: 3) name } } }", "Shelf.price(2) Shelf.price(3)")]
    [InlineData("{ shelf { next { next { name } } } }", "")]
    [InlineData("{ shelf { ...F things { ... on Book { price(of: 4) } ... on Toy { price(of: 5) } } } } fragment F on Shelf { price(of: 6) }", "Shelf.price(6) Book.price(4) Toy.price(5)")]
    [InlineData("{ shelf @skip(if: true) { price(of: 2) } shelves { price(of: 3) @include(if: $no) } }", "")]
    [InlineData("{ shelf { price(of: $null) } price(of: 1) }", "Shelf.price(invalid) Query.price(1)")]
    public async Task Fields_are_seen_at_any_depth_after_variables_and_directives(string fields, string expected)
    {
        var guard = new Listing();
        string[] variables = [.. new[] { "$n: Int! = 7", "$null: Int = 1", "$no: Boolean! = false" }.Where(one => fields.Contains(one.Split(':')[0] + ")", StringComparison.Ordinal))];
        var document = (variables is [] ? "query " : $"query({string.Join(' ', variables)}) ") + fields;
        await new RequestExecutor(Shop.Create(), new ExecutorOptions { Guards = [guard] }).RunAsync(document, """{"null":null}""");
        guard.Seen.ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);
    }

    [Fact]
    public async Task A_field_knows_the_field_above_it()
    {
        var guard = new Listing();
        await new RequestExecutor(Shop.Create(), new ExecutorOptions { Guards = [guard] })
            .RunAsync("{ price(of: 1) shelf { ...F next { price(of: 3) } } } fragment F on Shelf { price(of: 2) }", "{}");
        guard.Above.ShouldBe(["", "Query.shelf", "Shelf.next Query.shelf"]);
    }

    [Fact]
    public async Task A_prepared_operation_is_checked_until_it_is_accepted_and_its_memos_are_the_resolvers()
    {
        var guard = new Listing { Refuses = true };
        var executor = new RequestExecutor(Shop.Create(), new ExecutorOptions { Guards = [guard] });
        using var operation = executor.PrepareForReuse(new OperationRequest { Document = "{ remembered }"u8.ToArray() }).ShouldNotBeNull();
        (await TextAsync(executor, operation)).ShouldContain("\"No.\"");
        guard.Refuses = false;
        for (var run = 0; run < 3; run++)
        {
            (await TextAsync(executor, operation)).ShouldBe("""{"data":{"remembered":"by the guard"}}""");
        }

        guard.Seen.ShouldBe(["Query.remembered()", "Query.remembered()"]);
    }

    [Theory]
    [InlineData(true, 2, 0)]
    [InlineData(false, 4, 4)]
    public async Task A_plan_that_is_accepted_with_any_variables_is_not_asked_for_again(bool accepts, int asked, int checkedOperations)
    {
        var guard = new Listing { AcceptsAny = accepts };
        var executor = new RequestExecutor(Shop.Create(), new ExecutorOptions { Guards = [guard] });

        // A plan is kept from the second time on that its document comes.
        for (var number = 1; number <= 4; number++)
        {
            (await executor.RunAsync("query($n: Int!) { price(of: $n) }", $$"""{"n":{{number}}}""")).Json
                .ShouldBe($$$"""{"data":{"price":{{{number}}}}}""");
        }

        (guard.Asked, guard.Seen.Count).ShouldBe((asked, checkedOperations));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_guard_that_accepts_any_variables_checks_nothing_whatever_another_says(bool comesFirst)
    {
        Listing accepting = new() { AcceptsAny = true }, checking = new();
        var executor = new RequestExecutor(
            Shop.Create(), new ExecutorOptions { Guards = comesFirst ? [accepting, checking] : [checking, accepting] });
        for (var number = 1; number <= 4; number++)
        {
            (await executor.RunAsync("query($n: Int!) { price(of: $n) }", $$"""{"n":{{number}}}""")).Json
                .ShouldBe($$$"""{"data":{"price":{{{number}}}}}""");
        }

        (accepting.Seen.Count, checking.Seen.Count).ShouldBe((0, 4));
    }

    private static async Task<string> TextAsync(RequestExecutor executor, PreparedOperation operation)
    {
        using var result = await executor.ExecuteAsync(operation, null, null, TestContext.Current.CancellationToken);
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        result.WriteTo(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private sealed class Listing : IOperationGuard
    {
        public List<string> Seen { get; } = [];

        public List<string> Above { get; } = [];

        public bool Refuses { get; set; }

        public bool AcceptsAny { get; set; }

        public int Asked { get; private set; }

        public bool AcceptsAnyVariables(OperationOutline operation)
        {
            Asked++;
            return AcceptsAny;
        }

        public IError? Check(OperationOutline operation)
        {
            foreach (var field in operation.Fields)
            {
                var argument = field.Name != "price" ? "" : field.Context is { } context ? $"{context.ArgumentValue<int>("of")}" : "invalid";
                (field.Context as IOperationMemo)?.SetMemo("by the guard");
                Seen.Add($"{field.Type}.{field.Name}({argument})");
                Above.Add(string.Join(' ', From(field.Parent)));
            }

            return Refuses ? new Error("No.") : null;

            static IEnumerable<string> From(OutlinedField? field)
            {
                for (; field is not null; field = field.Parent)
                {
                    yield return $"{field.Type}.{field.Name}";
                }
            }
        }
    }

    [UnionType("Thing")]
    public interface IThing;

    public sealed class Query
    {
        public Task<int> GetPriceAsync(int of) => Task.FromResult(of);

        public Task<string?> GetRememberedAsync(IResolverContext context) =>
            Task.FromResult(((IOperationMemo)context).GetMemo<string>());

        public Shelf Shelf => new();

        public IReadOnlyList<Shelf> Shelves => [new(), new()];
    }

    public sealed class Shelf
    {
        public string Name => "a";

        public Shelf? Next => null;

        public IReadOnlyList<IThing> Things => [];

        public Task<int> GetPriceAsync(int of) => Task.FromResult(of);
    }

    public sealed class Toy : IThing
    {
        public Task<int> GetPriceAsync(int of) => Task.FromResult(of);
    }

    public sealed class Book : IThing
    {
        public Task<int> GetPriceAsync(int of) => Task.FromResult(of);
    }
}
