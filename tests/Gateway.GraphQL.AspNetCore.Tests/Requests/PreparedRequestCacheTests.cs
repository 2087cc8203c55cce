using System.Text;
using Gateway.GraphQL.AspNetCore.Execution;
using Gateway.GraphQL.AspNetCore.Requests;
using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.GraphQL.AspNetCore.Tests.Requests;

public sealed class PreparedRequestCacheTests
{
    private static readonly IRequestExecutor Executor =
        new RequestExecutor(
            SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Query>().Create(), ((RequestExecutorBuilder)new ServiceCollection().AddGraphQLServer()).Executor);

    private readonly PreparedRequestCache _known = new();

    [Fact]
    public void What_came_twice_is_prepared_once()
    {
        Find(Body("{ hello }")).ShouldBeNull();
        var operation = Find(Body("{ hello }")).ShouldNotBeNull();
        Find(Body("{ hello }")).ShouldBeSameAs(operation);
    }

    [Fact]
    public void A_byte_makes_another_request()
    {
        var one = FindTwice(Body("{ hello }"));
        FindTwice(Body("{ hello  }")).ShouldNotBeNull().ShouldNotBeSameAs(one);
        FindTwice(Body("{ hello }")).ShouldBeSameAs(one);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"query":"{ nothing }"}""")]
    [InlineData("""{"query":"{ hello"}""")]
    [InlineData("""[{"query":"{ hello }"}]""")]
    [InlineData("""{"variables":{}}""")]
    [InlineData("""{"query":"{ hello }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"ecf4edb46db40b5132295c0291d62fb65d6759a9eedfa4d5d612dd5ec54a6b38"}}}""")]
    public void What_is_refused_or_has_to_be_looked_at_as_a_whole_is_not_known_however_often_it_comes(string body)
    {
        for (var time = 0; time < 4; time++)
        {
            Find(body).ShouldBeNull();
        }
    }

    [Fact]
    public void Long_bodies_are_not_kept() =>
        FindTwice(Body("{ hello }" + new string(' ', 8 * 1024))).ShouldBeNull();

    [Fact]
    public void Bodies_of_one_use_push_nothing_out()
    {
        var operation = FindTwice(Body("{ hello }"));
        for (var number = 0; number < 100_000; number++)
        {
            Find(Body($"{{ hello }} #{number}")).ShouldBeNull();
        }

        Find(Body("{ hello }")).ShouldBeSameAs(operation);
    }

    [Fact]
    public void Bodies_that_come_again_and_again_stay_while_others_pass_through()
    {
        var operation = FindTwice(Body("{ hello }"));
        for (var number = 0; number < 5_000; number++)
        {
            FindTwice(Body($"{{ hello }} #{number}"));
            Find(Body("{ hello }")).ShouldBeSameAs(operation);
        }
    }

    [Fact]
    public void Two_thousand_short_requests_stay()
    {
        var operations = Enumerable.Range(0, 2_000).Select(number => FindTwice(Body($"{{ hello }} #{number}"))).ToArray();
        for (var number = 0; number < operations.Length; number++)
        {
            Find(Body($"{{ hello }} #{number}")).ShouldBeSameAs(operations[number].ShouldNotBeNull());
        }
    }

    [Fact]
    public void Of_more_requests_in_turns_than_there_is_room_for_a_third_stays()
    {
        var bodies = Enumerable.Range(0, 10_000).Select(number => Body($"{{ hello }} #{number}")).ToArray();
        PreparedOperation?[] Round() => [.. bodies.Select(Find)];
        Round();
        Round();

        var before = Round();
        Round().Where((operation, i) => operation is not null && operation == before[i]).Count().ShouldBeGreaterThan(3_333);
    }

    [Fact]
    public void A_new_request_is_prepared_while_the_cache_is_full_once_it_came_often_enough()
    {
        for (var number = 0; number < 10_000; number++)
        {
            FindTwice(Body($"{{ hello }} #{number}"));
        }

        Enumerable.Range(0, 17).Select(_ => Find(Body("{ hello }"))).ShouldContain(operation => operation != null);
    }

    private PreparedOperation? FindTwice(string body) => Find(body) ?? Find(body);

    private PreparedOperation? Find(string body) => _known.Find(Encoding.UTF8.GetBytes(body), Executor);

    private static string Body(string document) => $$"""{"query":"{{document}}"}""";

    public sealed class Query
    {
        public string Hello => "hello";
    }
}
