using Gateway.Caching;
using Gateway.Caching.Redis;
using Gateway.Explore;
using Gateway.Hosting;
using Gateway.Radar;
using Gateway.Spectrum;
using Gateway.Telemetry;
using Gateway.Time;
using Gateway.Upstream.Client;

[assembly: Module("Types")]

var line = CommandLine.Read(args);
var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = line.Settings,
    // The settings are next to the binaries, independent of the working directory.
    ContentRootPath = AppContext.BaseDirectory,
});

if (line.Command is CommandLine.HealthCheck)
{
    return await HealthProbe.RunAsync(builder.Configuration);
}

await using var sandbox = line.NeedsCloudflare ? await builder.StartSandboxAsync() : null;

builder.Services.AddTime();
builder.AddTelemetry();
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
if (await app.RunCommandAsync(line, args) is { } code)
{
    return code;
}

app.UseTelemetry();
app.UseHosting();
app.MapGateway();
app.MapExplore();
return await app.ServeAsync(args, builder.Services);
