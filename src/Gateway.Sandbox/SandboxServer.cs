using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Gateway.Sandbox;

/// <summary>Starts a sandbox inside the calling process, on a loopback port of its own.</summary>
public static class SandboxServer
{
    /// <summary>Starts with the default options.</summary>
    public static Task<SandboxHost> StartAsync(CancellationToken cancellationToken) => StartAsync(new SandboxOptions(), cancellationToken);

    /// <summary>Starts a sandbox. It listens when the task completes, and the caller disposes it.</summary>
    public static async Task<SandboxHost> StartAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        // The empty builder reads no files, variables or arguments, because the surrounding process may belong to another application.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port));
        builder.Services.AddSandbox(options).AddSingleton<IHostLifetime, EmbeddedLifetime>();

        var app = builder.Build();
        app.UseSandbox();
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new SandboxHost(app, new Uri(address));
    }

    /// <summary>The surrounding process handles signals.</summary>
    private sealed class EmbeddedLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
