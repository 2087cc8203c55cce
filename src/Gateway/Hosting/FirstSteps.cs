using Microsoft.Extensions.Options;

namespace Gateway.Hosting;

/// <summary>What a person who starts the gateway wants to know: where its pages are, and whether its data is real.</summary>
internal static class FirstSteps
{
    /// <summary>Logs it among the last lines of the start.</summary>
    public static void LogFirstSteps(this WebApplication app, GraphQLOptions settings, SandboxInUse? sandbox) =>
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            if (sandbox is not null)
            {
                HostingLog.SandboxInUse(app.Logger, sandbox.BaseUrl, sandbox.Token);
            }

            if (app.Urls.FirstOrDefault() is not { } url)
            {
                return;
            }

            // An address of all interfaces is none that a browser can open.
            var address = new UriBuilder(url);
            address.Host = address.Host is "0.0.0.0" or "[::]" ? "localhost" : address.Host;
            var pathBase = app.Services.GetRequiredService<IOptions<HostingOptions>>().Value.PathBase;
            var root = address.Uri.GetLeftPart(UriPartial.Authority) + pathBase;
            if (settings.Ide is true)
            {
                HostingLog.Ide(app.Logger, root + "/graphql");
            }

            if (settings.Explore is true)
            {
                HostingLog.Page(app.Logger, root + "/");
            }
        });
}
