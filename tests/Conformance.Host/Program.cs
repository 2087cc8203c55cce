using Conformance.Host;
using Conformance.Host.CodeFirst;
using Conformance.Host.Deterministic;
using Gateway.GraphQL.AspNetCore.Execution;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Language;

if (HostArguments.Parse(args) is not { } arguments)
{
    Console.Error.WriteLine(HostArguments.Usage);
    return 2;
}

if (arguments.VerdictsFile is { } schemas)
{
    Console.WriteLine(Verdicts.Of(await File.ReadAllTextAsync(schemas)));
    return 0;
}

var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
builder.WebHost.UseUrls($"http://127.0.0.1:{arguments.Port}");
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

// No limits: graphql-js, with which this host is compared, has none.
var server = builder.Services.AddGraphQLServer(maxAllowedRequestSize: 64 * 1024 * 1024)
    .ModifyParserOptions(_ => ParserOptions.Trusted with { MaxAllowedRecursionDepth = 500 })
    .ModifyValidationOptions(options => options with
    {
        MaxAllowedErrors = int.MaxValue,
        MaxAllowedFieldMergeComparisons = int.MaxValue,
        MaxAllowedFragmentVisits = int.MaxValue,
    })
    // Generated documents nest lists without a size in the schema.
    .ModifyCostOptions(options => options.EnforceCostLimits = false);
if (arguments.SchemaFile is { } path)
{
    var schema = DeterministicSchema.Create(await File.ReadAllTextAsync(path));
    var options = ((RequestExecutorBuilder)server).Executor;
    options.Steps.Clear();
    builder.Services.AddSingleton<IRequestExecutor>(new RequestExecutor(schema, options));
}
else
{
    server.AddGarden();
}

var app = builder.Build();
app.MapGraphQL();
await app.RunAsync();
return 0;
