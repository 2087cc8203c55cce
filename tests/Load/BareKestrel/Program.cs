using BareKestrel;

// What no server on Kestrel can do better: each request is read to its end, and gets the same bytes from memory. No routing, no
// middleware. The answer comes from a file: {"status":200,"headers":{"Name":"value"},"body":"…"}.
var answer = FixedAnswer.Read(Environment.GetEnvironmentVariable("ANSWER") ?? throw new InvalidOperationException("ANSWER names the file of the answer."));

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.UseUrls($"http://127.0.0.1:{Environment.GetEnvironmentVariable("PORT") ?? "0"}");
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

var app = builder.Build();
app.Run(answer.SendAsync);
app.Run();
