using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gateway.GraphQL.Language;
using Gateway.Hosting;
using Gateway.Tests.EndToEnd;
using Snapshooter.Xunit3;

namespace Gateway.Tests.Limits;

/// <summary>Realistic queries are accepted with Production's settings, and cost at most half of what is allowed.</summary>
public sealed partial class HonestTests(HonestTests.IntrospectionApp app) : IClassFixture<HonestTests.IntrospectionApp>
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
        foreach (var (name, document, variables) in Readme().Concat(Dashboards.All))
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

    private static IEnumerable<(string Name, string Document, string Variables)> Readme()
    {
        var text = SpectrumFieldTests.Example("README.md");
        foreach (Match example in Body().Matches(text))
        {
            var request = JsonNode.Parse(example.Groups["body"].Value)!;
            var document = request["query"]!.GetValue<string>();
            yield return ($"README, {Name().Match(document).Value}", document, request["variables"]?.ToJsonString() ?? "{}");
        }

        foreach (Match example in Block().Matches(text))
        {
            var query = example.Groups["query"].Value.Replace("…", GatewayApp.Zone, StringComparison.Ordinal);
            var subject = query.Contains("zones(", StringComparison.Ordinal) ? "several zones"
                : query.Contains("app {", StringComparison.Ordinal) ? "names"
                : query.Contains("window:", StringComparison.Ordinal) ? "windows"
                : query.Contains("ctLogs", StringComparison.Ordinal) ? "authorities and logs"
                : query.Contains("ctSummary", StringComparison.Ordinal) ? "groups"
                : "freshness";
            yield return ($"README, {subject}", query, "{}");
        }
    }

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

    private static string Row(string name, params string[] cells) => string.Concat([name.PadRight(32), .. cells.Select(cell => cell.PadLeft(12))]);

    private static string Text(double number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);

    [GeneratedRegex("--data '(?<body>[^']+)'", RegexOptions.Singleline)]
    private static partial Regex Body();

    [GeneratedRegex("```graphql\n(?<query>.+?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("spectrumBytime|spectrumSummary|ctTimeseries")]
    private static partial Regex Name();

    public sealed class IntrospectionApp : IAsyncLifetime
    {
        internal ProductionApp App { get; } = new(("GraphQL:Introspection", "true"));

        public ValueTask InitializeAsync() => App.InitializeAsync();

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
