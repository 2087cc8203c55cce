using System.Text.Json.Nodes;
using Gateway.GraphQL.Language;

namespace Gateway.Tests.EndToEnd;

/// <summary>All that the schema declares is there at run time: introspection lists it, and each field can be selected.</summary>
public sealed class WholeSchemaTests(WholeSchemaTests.WideApp wide) : IClassFixture<WholeSchemaTests.WideApp>
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
        var types = (await wide.App.AskAsync(Introspection)).Data()["__schema"]!["types"]!.AsArray()
            .Where(type => !((string)type!["name"]!).StartsWith("__", StringComparison.Ordinal));

        types.SelectMany(type => Listed(type!)).Order(StringComparer.Ordinal)
            .ShouldBe(Schema.Definitions.OfType<TypeDefinitionNode>().SelectMany(Declared).Order(StringComparer.Ordinal));
    }

    public static TheoryData<string> Fields => [.. TypeOf("Query")!.Fields.Select(static one => one.Name)];

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Each_field_of_an_answer_can_be_selected(string name)
    {
        var field = TypeOf("Query")!.Fields.Single(one => one.Name == name);
        (await wide.App.AskAsync($"{{ {await WriteAsync(field)} }}")).Data();
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

    private static ObjectTypeDefinitionNode? TypeOf(string name) =>
        Schema.Definitions.OfType<ObjectTypeDefinitionNode>().SingleOrDefault(type => type.Name == name);

    /// <summary>A field with all below it.</summary>
    private async Task<string> WriteAsync(FieldDefinitionNode field)
    {
        var arguments = new List<string>();
        foreach (var argument in field.Arguments.Where(static argument => argument is { Type: NonNullTypeNode, DefaultValue: null }))
        {
            arguments.Add($"{argument.Name}: {await ValueAsync(field.Name, argument)}");
        }

        var below = new List<string>();
        if (TypeOf(Reference(field.Type).Trim('[', ']', '!')) is { } type)
        {
            below.Add("__typename");
            foreach (var one in type.Fields)
            {
                below.Add(await WriteAsync(one));
            }
        }

        return field.Name
            + (arguments.Count > 0 ? $"({string.Join(' ', arguments)})" : "")
            + (below.Count > 0 ? $" {{ {string.Join(' ', below)} }}" : "");
    }

    /// <summary>A value of a required argument: an id that there is, or an enum's first value.</summary>
    private async Task<string> ValueAsync(string field, InputValueDefinitionNode argument) => (field, argument.Name) switch
    {
        (_, "timeDelta") => "HOUR",
        (_, "zoneId") or ("zone", "id") => $"\"{GatewayApp.Zone}\"",
        ("zones", "ids") => $"[\"{GatewayApp.Zone}\"]",
        ("ctAuthority", "id") => await FirstAsync("ctAuthorities", "authorities"),
        ("ctLog", "id") => await FirstAsync("ctLogs", "logs"),
        _ => Schema.Definitions.OfType<EnumTypeDefinitionNode>().Single(type => type.Name == Reference(argument.Type).Trim('!')).Values[0].Name,
    };

    private async Task<string> FirstAsync(string field, string list)
    {
        var isPaged = Reference(TypeOf(char.ToUpperInvariant(field[0]) + field[1..])!.Fields.Single(one => one.Name == list).Type).EndsWith("Connection", StringComparison.Ordinal);
        var items = (await wide.App.AskAsync($"{{ {field} {{ {list} {{ {(isPaged ? "nodes { id }" : "id")} }} }} }}")).Data()[field]![list]!;
        return (isPaged ? items["nodes"]! : items)[0]!["id"].Compact();
    }

    /// <summary>Takes documents with all that there is, which the limits refuse.</summary>
    public sealed class WideApp : IAsyncLifetime
    {
        internal GatewayApp App { get; } = new()
        {
            Setup = ("Development",
            [
                ("GraphQL:Limits:Tokens", "100000"), ("GraphQL:Limits:Fields", "10000"), ("GraphQL:Limits:ExpandedFields", "10000"), ("GraphQL:Limits:Depth", "20"),
                ("GraphQL:Limits:FieldCost", "1000000"), ("GraphQL:Limits:TypeCost", "1000000"),
            ]),
        };

        public ValueTask InitializeAsync() => App.InitializeAsync();

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
