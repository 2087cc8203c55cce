using BareKestrel;

// What no server on Kestrel can do better: each request is read to its end, and gets the same bytes from memory. No routing, no
// middleware. The answer comes from a file: {"status":200,"headers":{"Name":"value"},"body":"…"}. With CALL, each request makes one call to
// that address instead, and gets the body that came.
RequestDelegate send = Environment.GetEnvironmentVariable("CALL") is { } address
    ? new ForwardedCall(new Uri(address)).SendAsync
    : FixedAnswer.Read(Environment.GetEnvironmentVariable("ANSWER")
        ?? throw new InvalidOperationException("ANSWER names the file of the answer, or CALL the address to call.")).SendAsync;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.UseUrls($"http://127.0.0.1:{Environment.GetEnvironmentVariable("PORT") ?? "0"}");
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

var app = builder.Build();
app.Run(send);
app.Run();
