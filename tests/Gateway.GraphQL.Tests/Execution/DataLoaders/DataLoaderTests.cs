using System.Text.Json;
using Gateway.GraphQL.Execution;

namespace Gateway.GraphQL.Tests.Execution.DataLoaders;

public sealed class DataLoaderTests
{
    private static readonly int[] Ten = [.. Enumerable.Range(0, 10)];

    [Fact]
    public async Task The_keys_of_a_hundred_rows_are_one_call_that_has_each_of_them_once()
    {
        var shelf = new Shelf();
        var books = (await DataAsync("{ books { author { id } } }", shelf)).GetProperty("books");
        shelf["author"].ShouldBe([Ten]);
        books.GetArrayLength().ShouldBe(100);
        books[14].GetRawText().ShouldBe("""{"author":{"id":4}}""");
        books[13].GetRawText().ShouldBe("""{"author":null}""");
    }

    [Fact]
    public async Task Each_level_is_a_call()
    {
        var shelf = new Shelf { Wait = static async (_, _) => await Task.Yield() };
        var books = (await DataAsync("{ books { author { country } } }", shelf)).GetProperty("books");
        shelf["author"].ShouldBe([Ten]);
        shelf["country"].ShouldBe([[0, 1, 2, 3]]);
        books[99].GetRawText().ShouldBe("""{"author":{"country":"France 1"}}""");
    }

    [Fact]
    public async Task Loads_in_a_row_are_a_call_each()
    {
        var shelf = new Shelf { Wait = static async (_, _) => await Task.Yield() };
        await DataAsync("{ books { country } }", shelf);
        shelf["author"].ShouldBe([Ten]);
        shelf["country"].Length.ShouldBe(1);
    }

    [Fact]
    public async Task Two_loaders_of_a_level_have_a_call_each()
    {
        var shelf = new Shelf { Wait = static async (_, _) => await Task.Yield() };
        await DataAsync("{ books(count: 4) { author { id } tags origin } }", shelf);
        shelf["author"].ShouldBe([[0, 1, 2, 3]]);
        shelf["tags"].ShouldBe([[0, 1, 2, 3]]);
        shelf["origin"].ShouldBe([[0, 1, 2, 3]]);
    }

    [Fact]
    public async Task Calls_of_a_level_run_side_by_side()
    {
        // Each waits for the other: one after the other they would wait for ever.
        var all = new AsyncTests.Rendezvous(3);
        var shelf = new Shelf { Wait = (_, _) => all.ArriveAsync() };
        await DataAsync("{ books(count: 8) { pages author { id } } }", shelf);
        shelf["pages"].Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_list_that_comes_later_is_one_call_too()
    {
        var shelf = new Shelf { Wait = static async (_, _) => await Task.Yield() };
        await DataAsync("{ later { author { id } } }", shelf);
        shelf["author"].ShouldBe([Ten]);
    }

    [Fact]
    public async Task A_key_is_asked_for_once_in_a_request()
    {
        var shelf = new Shelf { Wait = static async (_, _) => await Task.Yield() };
        var data = await DataAsync("{ author(id: 1) { id } again: author(id: 1) { id } later(count: 12) { author { id } country } }", shelf);
        data.GetProperty("again").GetRawText().ShouldBe("""{"id":1}""");
        shelf["author"].SelectMany(keys => keys).Order().ShouldBe(Ten);
        await DataAsync("{ author(id: 1) { id } }", shelf);
        shelf["author"].Last().ShouldBe([1], "another request asks itself");
    }

    [Fact]
    public async Task Several_keys_of_a_field_are_answered_in_their_order()
    {
        var shelf = new Shelf();
        (await DataAsync("{ authors(ids: [5, 3, 5, 1]) { id } author(id: 7) { id } }", shelf)).GetProperty("authors").GetRawText()
            .ShouldBe("""[{"id":5},null,{"id":5},{"id":1}]""");
        shelf["author"].ShouldBe([[5, 3, 1, 7]]);
    }

    [Fact]
    public async Task A_call_has_no_more_keys_than_it_may()
    {
        var shelf = new Shelf();
        (await DataAsync("{ books(count: 10) { pages } }", shelf)).GetProperty("books")[9].GetRawText().ShouldBe("""{"pages":109}""");
        shelf["pages"].ShouldBe([[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]]);
    }

    [Fact]
    public async Task A_group_without_values_is_empty()
    {
        var shelf = new Shelf();
        (await DataAsync("{ books(count: 3) { tags } }", shelf)).GetProperty("books").GetRawText()
            .ShouldBe("""[{"tags":[]},{"tags":["t1"]},{"tags":["t2","t2"]}]""");
        shelf["tags"].ShouldBe([[0, 1, 2]]);
    }

    [Fact]
    public async Task A_key_without_a_value_is_an_error_where_a_value_is_required()
    {
        var answer = await RunAsync("{ books(count: 4) { knownAuthor { id } } }", new Shelf());
        Errors(answer).ShouldBe(["""["books",3,"knownAuthor"]: Unexpected Execution Error"""]);
    }

    [Fact]
    public async Task A_call_that_fails_is_an_error_of_each_row()
    {
        var shelf = new Shelf();
        var answer = await RunAsync("{ books(count: 3) { id lender twice: lender } author(id: 1) { id } }", shelf);
        Errors(answer).ShouldBe(
        [
            """["books",0,"lender"]: closed""", """["books",0,"twice"]: closed""", """["books",1,"lender"]: closed""",
            """["books",1,"twice"]: closed""", """["books",2,"lender"]: closed""", """["books",2,"twice"]: closed""",
        ]);
        answer.GetProperty("data").GetRawText().ShouldStartWith("""{"books":[{"id":0,"lender":null,"twice":null},{"id":1,""");
        answer.GetProperty("data").GetProperty("author").GetRawText().ShouldBe("""{"id":1}""");
        shelf["lender"].ShouldBe([[0, 1, 2]]);
    }

    [Fact]
    public async Task A_loader_of_one_key_fails_for_that_key()
    {
        var shelf = new Shelf();
        var answer = await RunAsync("{ books(count: 4) { cover again: cover } }", shelf);
        Errors(answer).ShouldBe(
        [
            """["books",1,"cover"]: Unexpected Execution Error""", """["books",1,"again"]: Unexpected Execution Error""",
            """["books",3,"cover"]: Unexpected Execution Error""", """["books",3,"again"]: Unexpected Execution Error""",
        ]);
        answer.GetProperty("data").GetProperty("books")[2].GetRawText().ShouldBe("""{"cover":"c2","again":"c2"}""");
        shelf["cover"].ShouldBe([[0], [1], [2], [3]]);
    }

    [Fact]
    public async Task A_result_may_be_an_error_as_a_value()
    {
        var answer = await RunAsync("{ books(count: 3) { price } }", new Shelf());
        Errors(answer).ShouldBe(["""["books",1,"price"]: no price of 1"""]);
        answer.GetProperty("data").GetRawText().ShouldBe("""{"books":[{"price":0},{"price":null},{"price":2}]}""");
    }

    [Fact]
    public async Task A_loader_may_use_another_one()
    {
        var shelf = new Shelf { Wait = static async (_, _) => await Task.Yield() };
        (await DataAsync("{ books(count: 3) { origin } author(id: 2) { country } }", shelf)).GetProperty("books").GetRawText()
            .ShouldBe("""[{"origin":"FRANCE 0"},{"origin":"FRANCE 1"},{"origin":"FRANCE 2"}]""");
        shelf["origin"].ShouldBe([[0, 1, 2]]);
        shelf["country"].SelectMany(keys => keys).Order().ShouldBe([0, 1, 2]);
    }

    [Fact]
    public async Task Each_root_field_of_a_mutation_has_calls_of_its_own()
    {
        var shelf = new Shelf { Wait = static async (_, _) => await Task.Yield() };
        const string Mutation = """
            mutation {
              read { author { country } }
              a: move(country: "Spain") { country }
              b: move(country: "Italy") { country }
              again: read { author { country } }
            }
            """;
        (await DataAsync(Mutation, shelf)).GetRawText().ShouldBe(
            """{"read":[{"author":{"country":"France 0"}},{"author":{"country":"France 1"}},{"author":{"country":"France 2"}}]"""
            + ""","a":{"country":"Spain 1"},"b":{"country":"Italy 1"}"""
            + ""","again":[{"author":{"country":"France 0"}},{"author":{"country":"Italy 1"}},{"author":{"country":"France 2"}}]}""");
        shelf["author"].ShouldBe([[0, 1, 2]]);
        shelf["country"].ShouldBe([[0, 1, 2], [1], [1]]);
    }

    [Fact]
    public async Task Every_load_is_answered_wherever_it_comes_from()
    {
        for (var round = 0; round < 50; round++)
        {
            var shelf = new Shelf { Wait = static async (_, _) => await Task.Yield() };
            var answer = await RunAsync("{ a: books { wandering } later { wandering again: wandering } b: books { wandering } }", shelf);
            answer.TryGetProperty("errors", out _).ShouldBeFalse();
            shelf["author"].SelectMany(keys => keys).Order().ShouldBe(Ten);
            shelf["country"].SelectMany(keys => keys).Order().ShouldBe(Enumerable.Range(0, 100));
        }
    }

    [Fact]
    public async Task A_field_that_blocks_while_it_is_written_is_answered() =>
        (await DataAsync("{ books(count: 2) { blocking } }", new Shelf())).GetRawText()
            .ShouldBe("""{"books":[{"blocking":"France 0"},{"blocking":"France 1"}]}""");

    [Fact(Timeout = 60_000)]
    public async Task A_client_that_leaves_ends_the_calls()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var shelf = new Shelf
        {
            Wait = async (_, cancellationToken) =>
            {
                cancellationToken.UnsafeRegister(_ => ended.SetResult(), null);
                started.SetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
            },
        };
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var running = StartAsync("{ books { author { country } } }", shelf, leaving.Token);
        await started.Task;
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(running);
        await ended.Task;
        shelf["country"].ShouldBeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_call_that_does_not_end_does_not_keep_a_client_that_leaves()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var never = new TaskCompletionSource();
        var shelf = new Shelf
        {
            Wait = (_, _) =>
            {
                started.SetResult();
                return never.Task;
            },
        };
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var running = StartAsync("{ books { author { id } } }", shelf, leaving.Token);
        await started.Task;
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(running);
    }

    [Fact]
    public async Task A_loader_that_waits_for_itself_ends_with_the_request()
    {
        var options = new ExecutorOptions();
        options.Request.ExecutionTimeout = TimeSpan.FromMilliseconds(100);
        (await new RequestExecutor(Library.Schema, options).RunAsync("{ endless }", services: new Shelf())
            .WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken)).Outcome.ShouldBe(ExecutionOutcome.TimedOut);
    }

    private static Task StartAsync(string query, Shelf shelf, CancellationToken cancellationToken)
    {
        var request = new OperationRequest { Document = System.Text.Encoding.UTF8.GetBytes(query), Services = shelf };
        return new RequestExecutor(Library.Schema, new ExecutorOptions()).ExecuteAsync(request, cancellationToken).AsTask();
    }

    private static async Task<JsonElement> RunAsync(string query, Shelf shelf) =>
        JsonElement.Parse(
            (await new RequestExecutor(Library.Schema, new ExecutorOptions()).RunAsync(query, services: shelf).WaitAsync(TimeSpan.FromMinutes(1))).Json);

    private static async Task<JsonElement> DataAsync(string query, Shelf shelf)
    {
        var answer = await RunAsync(query, shelf);
        answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ValueKind == JsonValueKind.Undefined ? "" : errors.GetRawText());
        return answer.GetProperty("data");
    }

    private static IEnumerable<string> Errors(JsonElement answer) => answer.GetProperty("errors").EnumerateArray()
        .Select(error => $"{error.GetProperty("path").GetRawText()}: {error.GetProperty("message").GetString()}");
}
