using System.Text.Json.Nodes;
using Gateway.GraphQL.Language;

namespace Gateway.Tests.EndToEnd;

/// <summary>All that the schema declares is there at run time: introspection lists it, and each field can be selected.</summary>
public sealed class WholeSchemaTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    private const string Introspection = """
        { __schema { types { name
            fields(includeDeprecated: true) { name type { ...T } args(includeDeprecated: true) { name defaultValue type { ...T } } }
            inputFields(includeDeprecated: true) { name defaultValue type { ...T } }
            enumValues(includeDeprecated: true) { name } } } }
        fragment T on __Type { name kind ofType { name kind ofType { name kind ofType { name kind ofType { name kind } } } } }
        """;

    private static readonly DocumentNode Schema = Utf8GraphQLParser.Parse(SpectrumFieldTests.Example("schema.graphql"));

    [Fact]
    public async Task Introspection_lists_all_members_with_their_types_and_defaults()
    {
        var types = (await app.AskAsync(Introspection)).Data()["__schema"]!["types"]!.AsArray()
            .Where(type => !((string)type!["name"]!).StartsWith("__", StringComparison.Ordinal));

        types.SelectMany(type => Listed(type!)).Order(StringComparer.Ordinal)
            .ShouldBe(Schema.Definitions.OfType<TypeDefinitionNode>().SelectMany(Declared).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("spectrumBytime", $"(zoneId: \"{GatewayApp.Zone}\", timeDelta: HOUR)")]
    [InlineData("ctTimeseries", "")]
    [InlineData("ctTimeseriesGroups", "(dimension: CA)")]
    [InlineData("ctSummary", "(dimension: CA)")]
    [InlineData("ctAuthorities", "")]
    [InlineData("ctAuthority", "(id: \"24EDD4E503A8D3FDB5FFB4AF66C887359901CBE687A5A0760D10A08EED99A7C3\")")]
    [InlineData("ctLogs", "")]
    [InlineData("ctLog", "(id: \"argon2026h1\")")]
    public async Task Each_field_of_an_answer_can_be_selected(string field, string arguments)
    {
        var root = Schema.Definitions.OfType<ObjectTypeDefinitionNode>().Single(type => type.Name == "Query").Fields.Single(f => f.Name == field);

        (await app.AskAsync($"{{ {field}{arguments} {Selection(root.Type)} }}")).Data();
    }

    private static IEnumerable<string> Listed(JsonNode type)
    {
        foreach (var member in (string[])["fields", "inputFields", "enumValues"])
        {
            foreach (var item in type[member]?.AsArray() ?? [])
            {
                yield return $"{type["name"]}.{item!["name"]}{Signature(item)}";
                foreach (var argument in item["args"]?.AsArray() ?? [])
                {
                    yield return $"{type["name"]}.{item["name"]}.{argument!["name"]}{Signature(argument)}";
                }
            }
        }

        static string Signature(JsonNode item) => item["type"] is { } type ? $": {Reference(type)} = {item["defaultValue"]}" : "";

        static string Reference(JsonNode type) => (string)type["kind"]! switch
        {
            "NON_NULL" => $"{Reference(type["ofType"]!)}!",
            "LIST" => $"[{Reference(type["ofType"]!)}]",
            _ => (string)type["name"]!,
        };
    }

    private static IEnumerable<string> Declared(TypeDefinitionNode type) => type switch
    {
        ObjectTypeDefinitionNode found => found.Fields.SelectMany(field => (string[])
        [
            $"{type.Name}.{field.Name}: {Reference(field.Type)} = ",
            .. field.Arguments.Select(argument => $"{type.Name}.{field.Name}.{Signature(argument)}"),
        ]),
        InputObjectTypeDefinitionNode found => found.Fields.Select(field => $"{type.Name}.{Signature(field)}"),
        EnumTypeDefinitionNode found => found.Values.Select(value => $"{type.Name}.{value.Name}"),
        _ => [],
    };

    private static string Signature(InputValueDefinitionNode input) =>
        $"{input.Name}: {Reference(input.Type)} = {(input.DefaultValue is { } value ? SyntaxPrinter.Print(value) : "")}";

    private static string Reference(TypeNode type) => type switch
    {
        NonNullTypeNode { Type: var inner } => $"{Reference(inner)}!",
        ListTypeNode { Type: var inner } => $"[{Reference(inner)}]",
        _ => ((NamedTypeNode)type).Name,
    };

    /// <summary>All fields of a type, with theirs; an argument that is required has the first value of its enum.</summary>
    private static string Selection(TypeNode type)
    {
        var name = Reference(type).Trim('[', ']', '!');
        var fields = Schema.Definitions.OfType<ObjectTypeDefinitionNode>().SingleOrDefault(found => found.Name == name)?.Fields;
        return fields is null ? "" : $"{{ __typename {string.Join(' ', fields.Value.Select(field => field.Name + Arguments(field) + Selection(field.Type)))} }}";
    }

    private static string Arguments(FieldDefinitionNode field)
    {
        var required = field.Arguments.Where(argument => argument is { Type: NonNullTypeNode, DefaultValue: null }).Select(argument =>
            $"{argument.Name}: {Schema.Definitions.OfType<EnumTypeDefinitionNode>().Single(type => type.Name == Reference(argument.Type).Trim('!')).Values[0].Name}");
        return string.Concat(required) is { Length: > 0 } list ? $"({list})" : "";
    }
}
