using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Tests.Introspection;

/// <summary>
/// Parts of introspection (GraphQL September 2025, §4, https://spec.graphql.org/September2025/#sec-Introspection) that graphql-js does not
/// check. tests/Conformance compares the rest with graphql-js.
/// </summary>
public sealed class IntrospectionTests
{
    private static readonly Schema Schema = SchemaBuilder.New().AddGeneratedTypes().AddQueryType<Aging>().SetDescription("A schema.").Create();

    [Theory]
    [InlineData("{ __schema { description queryType { name } mutationType { name } subscriptionType { name } } }", """{"__schema":{"description":"A schema.","queryType":{"name":"Aging"},"mutationType":null,"subscriptionType":null}}""")]
    [InlineData("{ __type(name: \"Aging\") { kind fields { name } } }", """{"__type":{"kind":"OBJECT","fields":[{"name":"ask"},{"name":"young"}]}}""")]
    [InlineData("{ __type(name: \"Aging\") { fields(includeDeprecated: true) { name isDeprecated deprecationReason } } }", """{"__type":{"fields":[{"name":"ask","isDeprecated":false,"deprecationReason":null},{"name":"young","isDeprecated":false,"deprecationReason":null},{"name":"old","isDeprecated":true,"deprecationReason":"too old"}]}}""")]
    [InlineData("{ __type(name: \"Aging\") { fields { args { name } all: args(includeDeprecated: true) { name defaultValue } } } }", """{"__type":{"fields":[{"args":[{"name":"how"}],"all":[{"name":"how","defaultValue":"LOUD"},{"name":"before","defaultValue":null}]},{"args":[],"all":[]}]}}""")]
    [InlineData("{ __type(name: \"Tone\") { enumValues { name } all: enumValues(includeDeprecated: true) { name } } }", """{"__type":{"enumValues":[{"name":"LOUD"}],"all":[{"name":"LOUD"},{"name":"SILENT"}]}}""")]
    [InlineData("{ __type(name: \"DateTime\") { specifiedByURL } }", """{"__type":{"specifiedByURL":"https://scalars.graphql.org/chillicream/date-time.html"}}""")]
    [InlineData("{ __type(name: \"PickInput\") { isOneOf inputFields { name type { kind name } } } i: __type(name: \"Int\") { isOneOf } }", """{"__type":{"isOneOf":true,"inputFields":[{"name":"a","type":{"kind":"SCALAR","name":"Int"}},{"name":"b","type":{"kind":"SCALAR","name":"String"}}]},"i":{"isOneOf":null}}""")]
    [InlineData("{ __type(name: \"Nobody\") { name } __typename }", """{"__type":null,"__typename":"Aging"}""")]
    public async Task The_schema_tells_of_itself(string query, string data) => (await Schema.RunAsync(query)).ShouldBe($$"""{"data":{{data}}}""");

    [Fact]
    public async Task Directives_tell_where_they_may_stand() =>
        (await Schema.RunAsync("{ __schema { directives { name isRepeatable locations } } }"))
            .ShouldContain("""{"name":"skip","isRepeatable":false,"locations":["FIELD","FRAGMENT_SPREAD","INLINE_FRAGMENT"]}""");

    public enum Tone
    {
        Loud,
        [GraphQLDeprecated("nobody hears it")]
        Silent,
    }

    [OneOf]
    public sealed record PickInput(int? A, string? B);

    public sealed class Aging
    {
        public DateTimeOffset Young => default;

        [GraphQLDeprecated("too old")]
        public int Old => 1;

        public int Ask(Tone how = Tone.Loud, [GraphQLDeprecated("no")] PickInput? before = null) => (int)how + (before?.A ?? 0);
    }
}
