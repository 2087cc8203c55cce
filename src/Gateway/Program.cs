using Gateway.Caching;
using Gateway.Caching.Redis;
using Gateway.Explore;
using Gateway.Hosting;
using Gateway.Radar;
using Gateway.Spectrum;
using Gateway.Time;
using Gateway.Upstream.Client;

[assembly: Module("Types")]

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    // `--healthcheck` has no value, and would take the setting after it for one.
    Args = [.. args.Where(arg => arg != HealthProbe.Argument)],
    // The settings are next to the binaries, independent of the working directory.
    ContentRootPath = AppContext.BaseDirectory,
});

if (HealthProbe.IsAskedFor(args))
{
    return await HealthProbe.RunAsync(builder.Configuration);
}

await using var sandbox = await builder.StartSandboxAsync(args);

builder.Services.AddTime();
builder.AddHosting();
builder.Services.AddCloudflare(builder.Configuration);
builder.Services.AddRedisCaching(builder.Configuration);
builder.Services.AddCaching(builder.Configuration);
builder.AddGatewayServer()
    .AddQueryType(query => query.Name("Query").Description("Cloudflare's APIs. Each field uses the caller's own Cloudflare credential."))
    .AddFiltering()
    .AddSorting()
    .AddSpectrum()
    .AddRadar()
    .AddTypes();

var app = builder.Build();
app.UseHosting();
app.MapGateway();
app.MapExplore();
return await app.RunWithGraphQLCommandsAsync(args);
