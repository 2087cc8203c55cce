using System.Buffers;
using System.Text;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Types;
using Snapshooter.Xunit3;

namespace Gateway.GraphQL.Tests.SchemaFirst;

public sealed class SchemaFirstTests
{
    private const string Sdl =
        """
        directive @tag(name: String! = "x") repeatable on FIELD

        "When."
        scalar Moment @specifiedBy(url: "https://example.com/moment")

        interface Node {
          id: ID!
        }

        type Pen implements Node {
          id: ID!
          colour: Colour
          owner: Person
        }

        type Person implements Node {
          id: ID!
          name(upper: Boolean = false): String
          old: Int @deprecated(reason: "gone")
        }

        union Thing = Pen | Person

        enum Colour {
          RED
          BLUE
        }

        input Range {
          min: Int
          max: Int! = 9
          inner: Range
        }

        input Pick @oneOf {
          id: ID
          at: Moment
        }

        type Query {
          node(id: ID!): Node
          things: [Thing!]
          sum(of: [Range!]!, pick: Pick): String
          numbers: [Int]
          need: Int!
          at: Moment
          ratio: Float
          colour(of: Colour = BLUE): Colour
        }

        extend type Query {
          more: String
          given(of: Colour): String
        }
        """;

    [Fact]
    public void What_is_read_is_what_is_printed()
    {
        var printed = Build().ToString();
        SchemaFirstBuilder.New().AddDocumentFromString(printed).Create().ToString().ShouldBe(printed);
        Snapshot.Match(printed);
    }

    [Fact]
    public void The_schemas_definition_names_its_root_types() =>
        SchemaFirstBuilder.New().AddDocumentFromString("schema { query: Root } type Root { hello: String }").Create().QueryType.Name.ShouldBe("Root");

    [Fact]
    public async Task Resolvers_give_the_values_and_dictionaries_what_has_none() =>
        (await Run(
            """
            { node(id: 7) { __typename id ... on Pen { colour owner { name(upper: true) old } } }
              things { ... on Person { name } ... on Pen { id } } at ratio colour red: colour(of: RED) more }
            """))
            .ShouldBe(
                """{"data":{"node":{"__typename":"Pen","id":"7","colour":"RED","owner":{"name":"ADA","old":3}},"things":"""
                + """[{"name":"ada"},{"id":"1"}],"at":"now","ratio":2,"colour":"BLUE","red":"RED","more":null}}""");

    [Theory]
    [InlineData("{ sum(of: [{ min: 1 }, { min: 2, max: 3, inner: { max: null } }]) }", "Values-of-Correct-Type")]
    [InlineData("{ sum(of: { min: 1 }, pick: { id: 1, at: 2 }) }", "exactly one field")]
    [InlineData("{ things { name } }", "`Thing` has no field")]
    public async Task Documents_are_validated_against_it(string query, string words) => (await Run(query)).ShouldContain(words);

    [Fact]
    public async Task Input_objects_are_dictionaries_of_what_was_given_and_of_defaults() =>
        (await Run("query($r: Range!) { sum(of: [{ min: 1 }, $r], pick: { at: \"then\" }) }", """{"r":{"inner":{"min":5}}}"""))
            .ShouldBe("""{"data":{"sum":"[{min:1,max:9},{max:9,inner:{min:5,max:9}}] {at:then}"}}""");

    [Theory]
    [InlineData("{ given }", "nothing")]
    [InlineData("{ given(of: null) }", "null")]
    [InlineData("{ given(of: RED) }", "RED")]
    [InlineData("query($c: Colour) { given(of: $c) }", "nothing")]
    [InlineData("query($c: Colour = BLUE) { given(of: $c) }", "BLUE")]
    public async Task An_argument_left_out_is_not_null(string query, string answer) =>
        (await Run(query)).ShouldBe($"{{\"data\":{{\"given\":\"{answer}\"}}}}");

    [Fact]
    public async Task Errors_stand_where_values_would()
    {
        var result = await Run("{ numbers need }");
        result.ShouldContain("\"message\":\"third\"");
        result.ShouldContain("[\"numbers\",2]");
        result.ShouldContain("\"message\":\"none\"");
        result.ShouldContain("\"data\":null");
    }

    [Theory]
    [InlineData("type Query { a: Missing }", "`Query.a` is of type `Missing`, which is not defined")]
    [InlineData("type Query { a: In } input In { b: Int }", "for input only")]
    [InlineData("type Query { a(b: Query): Int }", "for output only")]
    [InlineData("type Query { a: Int a: Int }", "defined twice")]
    [InlineData("type Query implements Int { a: Int }", "no interface")]
    [InlineData("type Query { a: U } union U = Int", "no object type")]
    [InlineData("type Query { a: T } type T { a: Int } input T { b: Int }", "defined twice")]
    [InlineData("type T { a: Int }", "no query type")]
    [InlineData("type Query { a(b: Int = \"x\"): Int }", "default")]
    [InlineData("type Query { a: I } interface I { b: Int } type O implements I { c: Int }", "lacks the field `b`")]
    public void A_document_that_is_no_schema_is_refused(string sdl, string words) =>
        Should.Throw<SchemaException>(() => SchemaFirstBuilder.New().AddDocumentFromString(sdl).Create()).Message.ShouldContain(words);

    [Fact]
    public void A_resolver_of_no_field_is_refused() =>
        Should.Throw<SchemaException>(() => SchemaFirstBuilder.New().AddDocumentFromString(Sdl).AddResolver("Query", "nothing", _ => 1).Create())
            .Message.ShouldContain("`Query.nothing`");

    private static Schema Build() => SchemaFirstBuilder.New()
        .AddDocumentFromString(Sdl)
        .AddResolver("Query", "node", context => Object("Pen", ("id", context.ArgumentValue<string>("id")), ("colour", "RED"), ("owner", Ada)))
        .AddResolver("Query", "things", _ => new[] { Ada, Object("Pen", ("id", "1")) })
        .AddResolver("Person", "name", context =>
        {
            var name = (string)context.Parent<IReadOnlyDictionary<string, object?>>()["name"]!;
            return context.ArgumentValue<bool>("upper") ? name.ToUpperInvariant() : name;
        })
        .AddResolver("Query", "sum", context => $"{Text(context.ArgumentValue<object>("of"))} {Text(context.ArgumentValue<object>("pick"))}")
        .AddResolver("Query", "numbers", _ => new object?[] { 1, null, Error("third") })
        .AddResolver("Query", "need", _ => Error("none"))
        .AddResolver("Query", "at", _ => "now")
        .AddResolver("Query", "ratio", _ => 2)
        .AddResolver("Query", "given", context => context.ArgumentOptional<string>("of") is { HasValue: true } given ? given.Value ?? "null" : "nothing")
        .AddResolver("Query", "colour", context => context.ArgumentValue<string>("of"))
        .Create();

    private static Dictionary<string, object?> Ada => Object("Person", ("id", "2"), ("name", "ada"), ("old", 3));

    private static IError Error(string message) => ErrorBuilder.New().SetMessage(message).Build();

    private static Dictionary<string, object?> Object(string type, params (string Name, object? Value)[] fields)
    {
        var made = new Dictionary<string, object?> { ["__typename"] = type };
        foreach (var (name, value) in fields)
        {
            made.Add(name, value);
        }

        return made;
    }

    private static string Text(object? value) => value switch
    {
        IReadOnlyDictionary<string, object?> fields => $"{{{string.Join(',', fields.Select(field => $"{field.Key}:{Text(field.Value)}"))}}}",
        System.Collections.IEnumerable items and not string => $"[{string.Join(',', items.Cast<object?>().Select(Text))}]",
        _ => $"{value}",
    };

    private static async Task<string> Run(string query, string variables = "")
    {
        var executor = new RequestExecutor(Build(), new ExecutorOptions());
        using var result = await executor.ExecuteAsync(
            new OperationRequest { Document = Encoding.UTF8.GetBytes(query), Variables = Encoding.UTF8.GetBytes(variables) },
            TestContext.Current.CancellationToken);
        var output = new ArrayBufferWriter<byte>();
        result.WriteTo(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    [Fact]
    public async Task Subscriptions_are_told_of_and_checked_and_do_not_run()
    {
        const string Sdl = "schema {\n  query: Query\n  subscription: Events\n}\n\ntype Query {\n  a: Int\n}\n\ntype Events {\n  b: Int\n  c: Int\n}\n";
        var schema = SchemaFirstBuilder.New().AddDocumentFromString(Sdl).Create();
        schema.ToString().ShouldBe(Sdl);
        (await schema.RunAsync("{ __schema { subscriptionType { name } } }")).ShouldBe("""{"data":{"__schema":{"subscriptionType":{"name":"Events"}}}}""");
        (await schema.RunAsync("query { a }")).ShouldBe("""{"data":{"a":null}}""");
        Executing.FirstError(await schema.RunAsync("subscription { b c }")).GetProperty("message").GetString()!.ShouldContain("selects one field");
        Executing.FirstError(await schema.RunAsync("subscription { b }")).GetProperty("message").GetString()!.ShouldContain("stream of responses");
    }
}
