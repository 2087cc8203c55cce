using Gateway.GraphQL.Language;
using Gateway.Tests.EndToEnd;

namespace Gateway.Tests.Limits;

/// <summary>The price of an operation grows with the size of its answer, and with each alias.</summary>
public sealed class PriceTests(ProductionApp app) : IClassFixture<ProductionApp>
{
    private static readonly string Series = $$"""{"series":[{{Dashboards.Repeat(20, _ => """{"dateRange":"7d"}""", ",")}}]}""";

    public static TheoryData<string, string> Huge => new()
    {
        { "everything of Radar, 64 times", Radar("csv series { name timestamps values points { timestamp value } }") },
        { "CSV, 64 times", Radar("csv") },
        { "CSV of Spectrum, 64 times", Spectrum("csv") },
        { "columns, 64 times", Radar("series { timestamps values }") },
        { "groups, 64 times", Groups("series { groups { points { timestamp value } } }") },
        { "columns of groups, 64 times", Groups("series { timestamps groups { values } }") },
        { "CSV of groups, 64 times", Groups("csv") },
        { "groups and their points, sorted, 64 times", Groups("series { groups(order: { key: ASC }) { points(order: { value: DESC }) { value } } }") },
        { "points, 64 times", Radar("series { points { timestamp value } }") },
    };

    [Theory]
    [MemberData(nameof(Huge))]
    public async Task One_call_for_a_huge_answer_is_refused(string name, string document)
    {
        var calls = app.Calls;
        var answer = await app.PostAsync(document, Series);
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: status {answer.Status}, {answer.Text.Length} bytes, {app.Calls - calls} calls");
        answer.Status.ShouldBe(422, name);
        answer.Code.ShouldBe("HC0047", name);
        app.Calls.ShouldBe(calls, name);
    }

    [Fact]
    public void Each_list_of_the_schema_has_a_size()
    {
        var schema = Utf8GraphQLParser.Parse(SpectrumFieldTests.Example("schema.graphql"));
        var fields = schema.Definitions.OfType<ObjectTypeDefinitionNode>()
            .SelectMany(type => type.Fields, (type, field) => (Name: $"{type.Name}.{field.Name}", Field: field))
            .ToList();

        // The lists of a connection have the size of the field that returns it.
        var sized = fields
            .SelectMany(each => each.Field.Directives.Where(directive => directive.Name == "listSize")
                .SelectMany(directive => directive.Arguments.Where(argument => argument.Name == "sizedFields"))
                .SelectMany(argument => ((ListValueNode)argument.Value).Items)
                .Select(item => $"{((NamedTypeNode)each.Field.Type).Name}.{((StringValueNode)item).Value}"))
            .ToList();
        fields.Where(each => IsList(each.Field.Type) && each.Field.Directives.All(directive => directive.Name != "listSize"))
            .Select(each => each.Name).ShouldBe(sized);
        fields.Where(each => IsList(each.Field.Type)).ShouldNotBeEmpty();

        static bool IsList(TypeNode type) => type is ListTypeNode or NonNullTypeNode { Type: ListTypeNode };
    }

    private static string Spectrum(string fields) =>
        $"{{ {Dashboards.Repeat(64, i => $"a{i}: spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: MINUTE) {{ ...F }}")} }} "
            + $"fragment F on SpectrumBytime {{ {fields} }}";

    private static string Groups(string fields) =>
        $"query($series: [CtSeriesInput!]) {{ {Dashboards.Repeat(64, i => $"a{i}: ctTimeseriesGroups(dimension: CA, aggInterval: FIFTEEN_MINUTES, series: $series) {{ ...F }}")} }} "
            + $"fragment F on CtTimeseriesGroups {{ {fields} }}";

    private static string Radar(string fields) =>
        $"query($series: [CtSeriesInput!]) {{ {Dashboards.Repeat(64, i => $"a{i}: ctTimeseries(aggInterval: FIFTEEN_MINUTES, series: $series) {{ ...F }}")} }} "
            + $"fragment F on CtTimeseries {{ {fields} }}";
}
