using Gateway.Sandbox;

var builder = WebApplication.CreateSlimBuilder(args);
if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is null)
    builder.WebHost.UseUrls(SandboxOptions.DefaultUrl);
builder.Services.AddSandbox(builder.Configuration.GetSection("Sandbox").Get<SandboxOptions>() ?? new SandboxOptions());

var app = builder.Build();
app.UseSandbox();
app.Run();
