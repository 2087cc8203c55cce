namespace Gateway.Tests.EndToEnd;

public sealed class SchemaTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    [Fact]
    public async Task The_exported_schema_is_that_of_the_code()
    {
        var expected = SpectrumFieldTests.Example("schema.graphql");
        var actual = await app.Client.GetStringAsync("graphql?sdl", TestContext.Current.CancellationToken);
        actual.ShouldBe(expected, """
            The schema differs from schema/schema.graphql. If that is meant, accept it by
                dotnet run --project src/Gateway -- schema export --output schema/schema.graphql
            and commit the file.
            """);
    }

    [Fact]
    public async Task Everything_in_the_schema_is_described()
    {
        const string Query = """
            { __schema { types { name description fields(includeDeprecated: true) { name description args(includeDeprecated: true) { name description } }
            inputFields(includeDeprecated: true) { name description } enumValues(includeDeprecated: true) { name description } } directives { name description args { name description } } } }
            """;
        var schema = (await app.AskAsync(Query)).Data()["__schema"]!;
        var missing = new List<string>();
        Look(schema, "");
        missing.ShouldBeEmpty();

        void Look(System.Text.Json.Nodes.JsonNode? node, string path)
        {
            switch (node)
            {
                case System.Text.Json.Nodes.JsonArray array:
                    foreach (var item in array)
                    {
                        Look(item, path);
                    }

                    break;
                case System.Text.Json.Nodes.JsonObject entry:
                    var name = entry["name"]?.GetValue<string>();
                    var here = name is null ? path : path.Length == 0 ? name : $"{path}.{name}";
                    if (name is not null && entry["description"] is null)
                    {
                        missing.Add(here);
                    }

                    foreach (var (_, value) in entry)
                    {
                        Look(value, here);
                    }

                    break;
            }
        }
    }
}
