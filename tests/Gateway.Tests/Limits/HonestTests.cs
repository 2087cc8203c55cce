using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Gateway.GraphQL.Language;
using Gateway.Hosting;
using Gateway.Tests.EndToEnd;
using Snapshooter.Xunit3;

namespace Gateway.Tests.Limits;

/// <summary>Realistic queries are accepted with Production's settings, and cost at most half of what is allowed.</summary>
public sealed class HonestTests(HonestTests.IntrospectionApp app) : IClassFixture<HonestTests.IntrospectionApp>
{
    private static readonly GraphQLLimits Limits = new();

    private int _tokens;

    [Fact]
    public async Task The_prices_of_honest_queries_are_half_the_limits_at_most()
    {
        var table = new List<string>
        {
            Row("query", "field cost", "type cost", "calls", "depth", "KiB"),
            Row("limit", Text(Limits.FieldCost), Text(Limits.TypeCost), "20", Text(Limits.Depth), ""),
        };
        foreach (var (name, document, variables) in Documented().Concat(Dashboards.All))
        {
            var calls = app.App.Calls;
            var (text, cost) = await AskAsync(document, variables);
            var (field, type) = (cost["fieldCost"]!.GetValue<double>(), cost["typeCost"]!.GetValue<double>());
            var depth = DepthOf(document);

            // An introspection grows with each description.
            var size = depth == 0 ? "" : Text(Math.Ceiling(text.Length / 1024.0));
            table.Add(Row(name, Text(field), Text(type), Text(app.App.Calls - calls), Text(depth), size));

            (2 * field).ShouldBeLessThanOrEqualTo(Limits.FieldCost, name);
            (2 * type).ShouldBeLessThanOrEqualTo(Limits.TypeCost, name);
            depth.ShouldBeLessThanOrEqualTo(Limits.Depth, name);
        }

        Snapshot.Match(string.Join('\n', table));
    }

    /// <summary>The queries of the documents, but for those that show an error.</summary>
    private static IEnumerable<(string Name, string Document, string Variables)> Documented() => Document.All
        .SelectMany(document => document.Blocks.Select(block => (Name: $"{document.Path}, {block.Heading}", block)))
        .Where(found => found.block.Query is not null && found.block.Answer?.Contains("\"errors\"", StringComparison.Ordinal) is not true)
        .Select(found => (found.Name, found.block.Query!, "{}"));

    private async Task<(string Text, JsonNode Cost)> AskAsync(string document, string variables)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "")
        {
            Content = JsonContent.Create(new { query = document, variables = JsonNode.Parse(variables) }),
        };
        // A credential of its own for each query, so that no call is saved by the query before.
        request.Headers.Add("Authorization", $"Bearer a-token-of-its-own-{++_tokens}");
        request.Headers.Add("GraphQL-Cost", "report");
        using var response = await app.App.App.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var answer = JsonNode.Parse(text)!;
        answer.Data();
        return (text, answer["extensions"]!["operationCost"]!);
    }

    /// <summary>The depth that the limit counts: fields below <c>__schema</c> are exempt.</summary>
    private static int DepthOf(string document)
    {
        var definitions = Utf8GraphQLParser.Parse(document).Definitions;
        return Below(definitions.OfType<OperationDefinitionNode>().Single().SelectionSet);

        int Below(SelectionSetNode? set) => set is null ? 0 : set.Selections.Max(selection => selection switch
        {
            FieldNode { Name: "__schema" } => 0,
            FieldNode field => 1 + Below(field.SelectionSet),
            InlineFragmentNode inline => Below(inline.SelectionSet),
            FragmentSpreadNode spread => Below(definitions.OfType<FragmentDefinitionNode>().Single(f => f.Name == spread.Name).SelectionSet),
            _ => 0,
        });
    }

    private static string Row(string name, params string[] cells) => string.Concat([name.PadRight(60), .. cells.Select(cell => cell.PadLeft(12))]);

    private static string Text(double number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);

    public sealed class IntrospectionApp : IAsyncLifetime
    {
        internal ProductionApp App { get; } = new(("GraphQL:Introspection", "true"));

        public ValueTask InitializeAsync() => App.InitializeAsync();

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
