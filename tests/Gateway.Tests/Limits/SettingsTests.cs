using System.Security.Cryptography;
using System.Text;
using Gateway.GraphQL.AspNetCore;
using Gateway.Hosting;
using Gateway.Tests.EndToEnd;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;

namespace Gateway.Tests.Limits;

/// <summary>The effects of the <c>GraphQL</c> section of the configuration, over real HTTP, and the bounds of its values.</summary>
public sealed class SettingsTests
{
    private const string Circular = "{ __schema { types { fields { type { fields { type { fields { type { fields { type { fields { name } } } } } } } } } } } }";

    [Fact]
    public async Task In_development_introspection_and_suggestions_are_on_and_going_in_circles_is_not()
    {
        await using var app = new GatewayApp();
        await app.InitializeAsync();
        (await app.AskAsync("{ __schema { queryType { name } } }")).Data();
        (await app.AskAsync("{ __type(name: \"Query\") { fields { name } } }")).Data();
        (await app.AskAsync("{ spectrumBytim { rows } }"))["errors"]![0]!["message"]!.GetValue<string>().ShouldContain("Did you mean");
        (await app.AskAsync(Circular)).Refusal().Code().ShouldBe("HC0086");
    }

    [Fact]
    public async Task In_production_they_can_be_switched_on()
    {
        await using var app = new ProductionApp(
            ("GraphQL:Introspection", "true"),
            ("GraphQL:Suggestions", "true"),
            ("GraphQL:Batching:Enabled", "true"),
            ("GraphQL:Batching:MaxSize", "2"));
        await app.InitializeAsync();
        (await app.PostAsync("{ __schema { queryType { name } } }")).Json.Data();
        (await app.PostAsync("{ spectrumBytim { rows } }")).Message.ShouldContain("Did you mean");
        (await app.PostAsync(Circular)).Code.ShouldBe("HC0086");

        var request = """{"query":"{ __typename }"}""";
        (await app.SendAsync(HttpMethod.Post, "", $"[{request},{request}]")).Text
            .ShouldBe("""[{"data":{"__typename":"Query"}},{"data":{"__typename":"Query"}}]""");
        (await app.SendAsync(HttpMethod.Post, "", $"[{request},{request},{request}]")).Status.ShouldBe(422);
    }

    [Theory]
    [InlineData("Tokens", "100", "{ ctTimeseries(ca: [LIST]) { csv } }", 88)]
    [InlineData("Fields", "10", "{ FIELDS }", 10)]
    [InlineData("ExpandedFields", "10", "{ SPREADS } fragment F on Query { __typename }", 10)]
    [InlineData("Aliases", "3", "{ ALIASES }", 3)]
    [InlineData("Directives", "1", "{ __typename DIRECTIVES }", 1)]
    [InlineData("Depth", "3", "{ DEPTH }", 3)]
    [InlineData("Nesting", "9", "{ ctTimeseries(ca: NESTED) { csv } }", 8)]
    public async Task Every_limit_of_documents_is_where_it_is_set(string setting, string value, string pattern, int most)
    {
        await using var app = new ProductionApp(($"GraphQL:Limits:{setting}", value));
        await app.InitializeAsync();
        var within = await app.PostAsync(Fill(pattern, most));
        var beyond = await app.PostAsync(Fill(pattern, most + 1));
        // What is within the limit may be wrong for another reason, which then is validation's.
        IsLimit(within).ShouldBeFalse(within.Text);
        IsLimit(beyond).ShouldBeTrue(beyond.Text);

        static bool IsLimit(ProductionApp.Answer answer) => answer.Json["errors"] is { } errors
            && (errors.ToJsonString().Contains("Parsing aborted", StringComparison.Ordinal)
                || errors.ToJsonString().Contains("once its fragments are spread", StringComparison.Ordinal)
                || errors.ToJsonString().Contains("allowedExecutionDepth", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("FieldCost", "80", "fieldCost")]
    [InlineData("TypeCost", "2", "typeCost")]
    public async Task Every_limit_of_costs_is_where_it_is_set(string setting, string value, string name)
    {
        await using var app = new ProductionApp(($"GraphQL:Limits:{setting}", value));
        await app.InitializeAsync();
        (await app.PostAsync("{ ctTimeseries { csv } }")).Json.Data();
        var beyond = await app.PostAsync("{ a: ctTimeseries { csv } b: ctTimeseries { csv } }");
        beyond.Code.ShouldBe("HC0047");
        beyond.Text.ShouldContain(name);
    }

    [Fact]
    public async Task The_limit_of_values_is_where_it_is_set()
    {
        await using var app = new ProductionApp(("GraphQL:Limits:Values", "100"));
        await app.InitializeAsync();
        // Each use counts: the list and its items, twice.
        const string Twice = "query($ca: [String!]) { a: ctTimeseries(ca: $ca) { csv } b: ctTimeseries(ca: $ca) { csv } }";
        var within = await app.PostAsync(Twice, $"{{\"ca\":[{string.Join(',', Enumerable.Repeat("1", 49))}]}}");
        var beyond = await app.PostAsync(Twice, $"{{\"ca\":[{string.Join(',', Enumerable.Repeat("1", 50))}]}}");
        within.Code.ShouldNotBe("HC0012", within.Text);
        beyond.Status.ShouldBe(422);
        beyond.Code.ShouldBe("HC0012");
        beyond.Message.ShouldContain("more than 100 values");
    }

    [Fact]
    public async Task A_body_may_be_as_large_as_is_set()
    {
        await using var app = new ProductionApp(("GraphQL:MaxRequestBytes", "1024"));
        await app.InitializeAsync();
        const string Request = """{"query":"{ __typename }"}""";
        (await app.SendAsync(HttpMethod.Post, "", Request.PadRight(1024))).Status.ShouldBe(200);
        (await app.SendAsync(HttpMethod.Post, "", Request.PadRight(1025))).Status.ShouldBe(413);
    }

    [Fact]
    public async Task Queries_are_remembered_by_their_hash()
    {
        await using var app = new ProductionApp();
        await app.InitializeAsync();
        const string Document = "{ __typename }";
        var extensions = $$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{HashOf(Document)}}}"}}""";
        var miss = await app.SendAsync(HttpMethod.Post, "", $$"""{"extensions":{{extensions}}}""");
        miss.Status.ShouldBe(422);
        miss.Message.ShouldBe("PersistedQueryNotFound");
        (await app.SendAsync(HttpMethod.Post, "", $$"""{"extensions":{{extensions}}}""", accept: "application/json")).Status.ShouldBe(422);
        (await app.SendAsync(HttpMethod.Post, "", $$"""{"query":"{ csv }","extensions":{{extensions}}}""")).Code.ShouldBe("HC0009");
        (await app.SendAsync(HttpMethod.Post, "", $$"""{"query":"{{Document}}","extensions":{{extensions}}}""")).Json["extensions"]!["persistedQuery"]!["persisted"]!.GetValue<bool>().ShouldBeTrue();
        (await app.SendAsync(HttpMethod.Get, $"?extensions={Uri.EscapeDataString(extensions)}")).Text.ShouldBe("""{"data":{"__typename":"Query"}}""");
    }

    [Fact]
    public async Task Where_only_trusted_documents_run_everything_else_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("trusted-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "name.graphql"), "query Name { __typename }", TestContext.Current.CancellationToken);
        await using (var app = new ProductionApp(("GraphQL:TrustedDocuments:Folder", folder.FullName), ("GraphQL:TrustedDocuments:Only", "true")))
        {
            await app.InitializeAsync();
            (await app.SendAsync(HttpMethod.Get, "?id=name")).Json.Data();
            (await app.SendAsync(HttpMethod.Post, "", """{"documentId":"name","operationName":"Name"}""")).Json.Data();
            (await app.SendAsync(HttpMethod.Post, "", """{"id":"other"}""")).Code.ShouldBe("HC0020");
            var refused = await app.PostAsync("query Name { __typename }");
            refused.Status.ShouldBe(422);
            refused.Code.ShouldBe("HC0067");
        }

        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("MaxRequestBytes", 1024, 16 * 1024 * 1024)]
    [InlineData("AutomaticPersistedQueries", 0, 10_000)]
    [InlineData("DocumentCache", 16, 10_000)]
    [InlineData("Batching:MaxSize", 1, 1024)]
    [InlineData("Limits:Tokens", 100, 100_000)]
    [InlineData("Limits:Values", 100, 100_000)]
    [InlineData("Limits:Fields", 10, 10_000)]
    [InlineData("Limits:ExpandedFields", 10, 100_000)]
    [InlineData("Limits:Aliases", 1, 10_000)]
    [InlineData("Limits:Directives", 1, 100)]
    [InlineData("Limits:Depth", 1, 100)]
    [InlineData("Limits:Nesting", 8, 500)]
    [InlineData("Limits:OfTypeDepth", 1, 100)]
    [InlineData("Limits:IntrospectionDepth", 1, 10)]
    [InlineData("Limits:MaxResponseBytes", 65_536, 1_073_741_824)]
    [InlineData("Limits:MergeComparisons", 1000, 10_000_000)]
    [InlineData("Limits:FieldCost", 1, 1_000_000)]
    [InlineData("Limits:TypeCost", 1, 1_000_000)]
    public void A_setting_out_of_its_bounds_stops_the_start(string key, int least, int most)
    {
        Read(key, least);
        Read(key, most);
        Should.Throw<OptionsValidationException>(() => Read(key, least - 1)).Message.ShouldContain($"GraphQL:{key}");
        Should.Throw<OptionsValidationException>(() => Read(key, most + 1)).Message.ShouldContain($"GraphQL:{key}");
    }

    [Theory]
    [InlineData("Draft20260903", 422, "application/graphql-response+json")]
    [InlineData("Draft20250508", 400, "application/graphql-response+json")]
    [InlineData("Legacy", 200, "application/json")]
    public async Task The_version_of_the_transport_is_where_it_is_set(string version, int status, string mediaType)
    {
        await using var app = new ProductionApp(("GraphQL:HttpTransport", version));
        await app.InitializeAsync();
        var refused = await app.SendAsync(HttpMethod.Post, "", """{"query":"{ nothing }"}""", accept: "*/*");
        (refused.Status, refused.MediaType).ShouldBe((status, mediaType));
    }

    [Fact]
    public void A_version_of_the_transport_that_does_not_exist_stops_the_start()
    {
        Read("HttpTransport", "legacy").HttpTransport.ShouldBe(HttpTransportVersion.Legacy);
        Should.Throw<OptionsValidationException>(() => Read("HttpTransport", 3)).Message
            .ShouldContain("GraphQL:HttpTransport: `3` is wrong: `Draft20260903`, `Draft20250508` or `Legacy` is wanted.");
    }

    [Fact]
    public void Only_trusted_documents_without_any_stops_the_start() =>
        Should.Throw<OptionsValidationException>(() => Read("TrustedDocuments:Only", true)).Message.ShouldContain("Folder");

    private static GraphQLOptions Read<T>(string key, T value)
    {
        var services = new ServiceCollection();
        services.AddGraphQLSettings(
            new ConfigurationBuilder().AddInMemoryCollection([new($"GraphQL:{key}", FormattableString.Invariant($"{value}"))]).Build(),
            new HostingEnvironment());
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<GraphQLOptions>>().Value;
    }

    private static string Fill(string pattern, int count) => pattern
        .Replace("LIST", Repeat(count, _ => "\"a\""), StringComparison.Ordinal)
        .Replace("FIELDS", Repeat(count, _ => "__typename"), StringComparison.Ordinal)
        .Replace("SPREADS", Repeat(count, _ => "...F"), StringComparison.Ordinal)
        .Replace("ALIASES", Repeat(count, i => $"a{i}: __typename"), StringComparison.Ordinal)
        .Replace("DIRECTIVES", Repeat(count, i => $"@d{i}"), StringComparison.Ordinal)
        .Replace("DEPTH", $"{Repeat(count - 1, i => "a {")} a {new string('}', count - 1)}", StringComparison.Ordinal)
        .Replace("NESTED", new string('[', count) + new string(']', count), StringComparison.Ordinal);

    private static string Repeat(int count, Func<int, string> part) => string.Join(' ', Enumerable.Range(0, count).Select(part));

    private static string HashOf(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));
}
