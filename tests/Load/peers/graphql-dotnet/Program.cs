using System.Text.Encodings.Web;
using GraphQL;
using GraphQL.Transport;
using GraphQLDotNet;

// GraphQL.NET by its guides: code first with resolvers that are compiled, documents parsed and validated once, no analysis of complexity,
// which is off by default, no metrics. It has no response cache. The data that its resolvers fetch are cached for the credential.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.UseUrls($"http://127.0.0.1:{Environment.GetEnvironmentVariable("PORT") ?? "0"}");
builder.Services.AddSingleton(new Cloudflare(Environment.GetEnvironmentVariable("SANDBOX_URL")
    ?? throw new InvalidOperationException("SANDBOX_URL names the server that answers as Cloudflare.")));
builder.Services.AddSingleton<DocumentCache>();
builder.Services.AddGraphQL(graphql => graphql
    .AddSelfActivatingSchema<LoadSchema>()
    .AddSystemTextJson(json => json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping)
    .ConfigureExecution((options, next) => options.RequestServices!.GetRequiredService<DocumentCache>().ExecuteAsync(options, next)));

var app = builder.Build();
var executer = app.Services.GetRequiredService<IDocumentExecuter<LoadSchema>>();
var serializer = app.Services.GetRequiredService<IGraphQLSerializer>();
app.MapPost("/graphql", async context =>
{
    var request = await serializer.ReadAsync<GraphQLRequest>(context.Request.Body, context.RequestAborted);
    var result = await executer.ExecuteAsync(new ExecutionOptions
    {
        Query = request!.Query,
        OperationName = request.OperationName,
        Variables = request.Variables,
        RequestServices = context.RequestServices,
        UserContext = new Caller(context.Request.Headers.Authorization.ToString()),
        CancellationToken = context.RequestAborted,
    });
    context.Response.ContentType = "application/json";
    await serializer.WriteAsync(context.Response.Body, result, context.RequestAborted);
});
app.Run();
