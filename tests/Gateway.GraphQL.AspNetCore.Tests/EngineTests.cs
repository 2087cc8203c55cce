using System.Net;
using Gateway.GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Gateway.GraphQL.AspNetCore.Tests;

/// <summary>The transport with the real engine behind it.</summary>
public sealed class EngineTests : IAsyncLifetime
{
    private WebApplication _app = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        (_app, _client) = await StartAsync(server => server
            .ConfigureSchema(schema => schema.AddGeneratedTypes()).AddQueryType().AddMutationType().AddTypeExtension(typeof(Fields)).AddTypeExtension<Mutations>());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Arguments_services_and_the_HTTP_context_reach_a_resolver()
    {
        using var response = await PostAsync("""{"query":"query($s: [String!]!) { greet(names: $s) }","variables":{"s":["a","b"]}}""");

        (await response.JsonAsync()).ToJsonString().ShouldBe("""{"data":{"greet":"hello a, b of POST"}}""");
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("query($v: Int!) { greet(names: [$v]) }", HttpStatusCode.UnprocessableContent)]
    [InlineData("{ bug }", (HttpStatusCode)294)]
    [InlineData("mutation { change }", HttpStatusCode.OK)]
    public async Task The_status_tells_whether_anything_ran(string document, HttpStatusCode expected)
    {
        using var response = await PostAsync($$"""{"query":"{{document}}"}""");

        response.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task A_mutation_does_not_run_by_GET()
    {
        using var response = await _client.GetAsync("graphql?query=mutation%7Bchange%7D", TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["POST"]);
    }

    [Fact]
    public async Task The_schema_ends_in_one_newline()
    {
        var schema = await _client.GetStringAsync("graphql?sdl", TestContext.Current.CancellationToken);

        schema.ShouldContain("greet(names: [String!]!): String!");
        schema.ShouldEndWith("}\n");
    }

    [Fact]
    public async Task A_wrong_schema_stops_the_start() =>
        await Should.ThrowAsync<SchemaException>(() => StartAsync(server => server.AddQueryType()));

    [Fact]
    public async Task Missing_services_of_resolvers_stop_the_start() =>
        (await Should.ThrowAsync<SchemaException>(() => StartAsync(server =>
            server.ConfigureSchema(schema => schema.AddGeneratedTypes()).AddQueryType().AddTypeExtension(typeof(Lost)).AddTypeExtension<LostToo>())))
        .Errors.ShouldBe(
        [
            $"`Query.lost` needs the service {typeof(IMissing)}, which is not registered: add it to the application's services.",
            $"`Query.lostToo` needs the service {typeof(LostToo)}, which is not registered: add it to the application's services.",
        ]);

    private static async Task<(WebApplication App, HttpClient Client)> StartAsync(Action<IRequestExecutorBuilder> server)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new Greeter("hello"));
        server(builder.Services.AddGraphQLServer());
        var app = builder.Build();
        app.MapGraphQL();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return (app, new HttpClient { BaseAddress = new Uri(app.Urls.First()) });
    }

    private Task<HttpResponseMessage> PostAsync(string body) =>
        _client.PostAsync("graphql", new StringContent(body, null, "application/json"), TestContext.Current.CancellationToken);

    public sealed record Greeter(string Word);

    [QueryType]
    public static partial class Fields
    {
        public static string Greet(IEnumerable<string> names, [Service] Greeter greeter, HttpContext context) =>
            $"{greeter.Word} {string.Join(", ", names)} of {context.Request.Method}";

        public static string? Bug() => throw new InvalidOperationException("a secret");
    }

    public interface IMissing;

    [QueryType]
    public static partial class Lost
    {
        public static bool GetLost(IMissing missing, HttpContext context, [Service] IEnumerable<IHostedService> hosted, [Service] IServiceProvider services) => false;
    }

    [QueryType]
    public sealed partial class LostToo(Greeter greeter)
    {
        public string GetLostToo() => greeter.Word;
    }

    [MutationType]
    public sealed partial class Mutations
    {
        public bool Change() => true;
    }
}
