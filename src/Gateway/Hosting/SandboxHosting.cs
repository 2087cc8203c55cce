using Gateway.Sandbox;

namespace Gateway.Hosting;

/// <summary>
/// Runs the sandbox inside this process and points the client at it, when <c>Cloudflare:BaseUrl</c> is <c>sandbox</c>:
/// in Development that is the default.
/// </summary>
internal static class SandboxHosting
{
    private const string BaseUrlKey = "Cloudflare:BaseUrl";
    private const string Keyword = "sandbox";

    /// <param name="builder">Its configuration gets the sandbox's address in place of the word.</param>
    /// <param name="args">A command that only works on the schema needs no sandbox.</param>
    /// <returns>What ends the sandbox; null where none was asked for.</returns>
    /// <exception cref="InvalidOperationException">It was asked for in Production.</exception>
    public static async Task<IAsyncDisposable?> StartSandboxAsync(this WebApplicationBuilder builder, string[] args)
    {
        if (!IsAskedFor(builder) || args.IsGraphQLCommand())
        {
            return null;
        }

        if (builder.Environment.IsProduction())
        {
            throw new InvalidOperationException($"{BaseUrlKey} is `{Keyword}`, whose data is made up: that is refused in Production.");
        }

        var sandbox = await SandboxServer.StartAsync(CancellationToken.None);
        builder.Configuration[BaseUrlKey] = sandbox.BaseUrl;
        builder.Services.AddSingleton(new SandboxInUse(sandbox.BaseUrl));
        builder.Services.AddHostedService<SandboxNotice>();
        return sandbox;
    }

    private static bool IsAskedFor(WebApplicationBuilder builder)
        => builder.Configuration[BaseUrlKey] is { Length: > 0 } configured
            ? configured.Equals(Keyword, StringComparison.OrdinalIgnoreCase)
            : builder.Environment.IsDevelopment();
}

/// <summary>Tells whoever asks the container for it that the data is made up.</summary>
internal sealed record SandboxInUse(string BaseUrl);

/// <summary>Says at start that the data is made up.</summary>
internal sealed class SandboxNotice(SandboxInUse sandbox, ILogger<SandboxNotice> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        HostingLog.SandboxInUse(logger, sandbox.BaseUrl);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
