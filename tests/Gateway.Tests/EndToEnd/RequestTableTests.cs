using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Gateway.Tests.Limits;

namespace Gateway.Tests.EndToEnd;

/// <summary>
/// Forms of requests and what they get: methods, paths, content types, what is accepted, bodies. The table is the same for both GraphQL
/// servers that the gateway can be built with.
/// </summary>
public sealed class RequestTableTests : IAsyncLifetime
{
    private const string Endpoint = "graphql";
    private const string None = "-";

    private readonly ProductionApp _app = new(("GraphQL:Batching:Enabled", "true"));

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Each_request_of_the_table_gets_the_answer_beside_it()
    {
        var rows = (await File.ReadAllLinesAsync(TablePath(), TestContext.Current.CancellationToken))[1..];
        var wrong = new List<string>();
        foreach (var row in rows)
        {
            var cells = row.Split('\t');
            var got = string.Join('\t', await AnswerAsync(cells));
            if (got != string.Join('\t', cells[5..]))
            {
                wrong.Add($"{row}\n  got {got}");
            }
        }

        wrong.ShouldBeEmpty();
        rows.Length.ShouldBeGreaterThan(150);
    }

    private static string TablePath([CallerFilePath] string test = "") => Path.Combine(Path.GetDirectoryName(test)!, "requests.tsv");

    private async Task<string[]> AnswerAsync(string[] cells)
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(cells[0]), new Uri(_app.App.Client.BaseAddress!, $"/{Endpoint}{(cells[1] == None ? "" : cells[1])}"));
        if (cells[3] != None)
        {
            request.Headers.TryAddWithoutValidation("Accept", cells[3]);
        }

        if (cells[4] != None)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(cells[4]));
            request.Content.Headers.ContentType = cells[2] == None ? null : MediaTypeHeaderValue.Parse(cells[2]);
        }

        using var response = await _app.App.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return
        [
            ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture),
            response.Content.Headers.ContentType?.MediaType ?? None,
            text.Length == 0 ? None
                : JsonNode.Parse(text) is JsonArray several ? $"[{string.Join(", ", several.Select(static each => ResultOf(each!)))}]"
                : ResultOf(JsonNode.Parse(text)!),
        ];
    }

    /// <summary>The data, or else the codes of the errors.</summary>
    private static string ResultOf(JsonNode answer) => answer["data"] is { } data ? data.Compact()
        : string.Join(' ', answer["errors"]!.AsArray().Select(static error => (string?)error!["extensions"]?["code"] ?? "none"));
}
