using Gateway.Sandbox;

var builder = WebApplication.CreateSlimBuilder(args);
if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is null)
    builder.WebHost.UseUrls(SandboxOptions.DefaultUrl);
var options = new SandboxOptions();
SandboxSettings settings = options;
builder.Configuration.GetSection("Sandbox").Bind(settings);
builder.Services.AddSandbox(options);

var app = builder.Build();
app.UseSandbox();
app.Run();
