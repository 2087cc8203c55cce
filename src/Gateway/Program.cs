using Gateway.Hosting;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    // Where the settings are, whichever way and from wherever the gateway is started.
    ContentRootPath = AppContext.BaseDirectory,
});

if (HealthProbe.IsAskedFor(args))
{
    return await HealthProbe.RunAsync(builder.Configuration);
}

builder.AddHosting();
builder.Services.AddGraphQLServer();

var app = builder.Build();
app.UseHosting();
app.MapGateway();
return await app.RunWithGraphQLCommandsAsync(args);
