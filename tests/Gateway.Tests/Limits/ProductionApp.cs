using System.Text;
using System.Text.Json.Nodes;
using Gateway.Sandbox;
using Gateway.Tests.EndToEnd;

namespace Gateway.Tests.Limits;

/// <summary>The gateway with Production's settings.</summary>
public sealed class ProductionApp : IAsyncLifetime
{
    public const string GraphQLResponse = "application/graphql-response+json";

    private readonly GatewayApp _app;

    public ProductionApp()
        : this([])
    {
    }

    internal ProductionApp(params (string Key, string Value)[] settings) => _app = new GatewayApp { Setup = ("Production", settings) };

    internal GatewayApp App => _app;

    public int Calls => Enum.GetValues<SandboxEndpoint>().Sum(_app.Sandbox.Calls.Count);

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Posts a document as JSON and says how it went.</summary>
    public Task<Answer> PostAsync(string document, string? variables = null) =>
        SendAsync(HttpMethod.Post, "", $$"""{"query":{{JsonValue.Create(document).ToJsonString()}},"variables":{{variables ?? "null"}}}""");

    public async Task<Answer> SendAsync(
        HttpMethod method, string query, string? body = null, string contentType = "application/json", string accept = GraphQLResponse)
    {
        using var request = new HttpRequestMessage(method, query);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {SandboxCredentials.Everything}");
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8);
            request.Content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(contentType);
        }

        using var response = await _app.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answer((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, text);
    }

    public sealed record Answer(int Status, string? MediaType, string Text)
    {
        public JsonNode Json => JsonNode.Parse(Text)!;

        public JsonArray Errors => Json["errors"].ShouldNotBeNull(Text).AsArray();

        public string Message => Errors[0]!["message"]!.GetValue<string>();

        public string? Code => (string?)Errors[0]!["extensions"]?["code"];
    }
}
