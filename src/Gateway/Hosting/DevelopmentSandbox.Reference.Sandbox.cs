using Gateway.Sandbox;

namespace Gateway.Hosting;

/// <content>The sandbox itself.</content>
internal static partial class DevelopmentSandbox
{
    static partial void Start(WebApplicationBuilder builder, ref Task<IAsyncDisposable>? starting) => starting = StartAsync(builder);

    private static async Task<IAsyncDisposable> StartAsync(WebApplicationBuilder builder)
    {
        var sandbox = await SandboxServer.StartAsync(CancellationToken.None);
        builder.Configuration[BaseUrlKey] = sandbox.BaseUrl;
        builder.Services.AddSingleton(new SandboxInUse(sandbox.BaseUrl, "Bearer " + SandboxCredentials.Everything));
        return sandbox;
    }
}
