using Gateway.Sandbox;

namespace Gateway.Hosting;

/// <content>The sandbox itself.</content>
internal static partial class SandboxHosting
{
    static partial void Start(WebApplicationBuilder builder, ref Task<IAsyncDisposable>? starting) => starting = StartAsync(builder);

    private static async Task<IAsyncDisposable> StartAsync(WebApplicationBuilder builder)
    {
        var sandbox = await SandboxServer.StartAsync(CancellationToken.None);
        builder.Configuration[BaseUrlKey] = sandbox.BaseUrl;
        builder.Services.AddSingleton(new SandboxInUse(sandbox.BaseUrl, "Bearer " + SandboxCredentials.Everything));
        builder.Services.AddHostedService<SandboxNotice>();
        return sandbox;
    }

    /// <summary>Says at start that the data is made up.</summary>
    private sealed class SandboxNotice(SandboxInUse sandbox, ILogger<SandboxNotice> logger) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            HostingLog.SandboxInUse(logger, sandbox.BaseUrl);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
