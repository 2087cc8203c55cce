using Gateway.Upstream;

namespace Gateway.Hosting;

/// <summary>
/// Runs the sandbox inside this process and points the client at it when <c>Cloudflare:BaseUrl</c> is <c>sandbox</c>, which is the
/// default in Development. A build with <c>-p:Sandbox=false</c>, such as that of the image, has no sandbox.
/// </summary>
internal static partial class DevelopmentSandbox
{
    private const string BaseUrlKey = "Cloudflare:BaseUrl";

    /// <param name="builder">The builder. In its configuration, the address of the sandbox replaces <c>sandbox</c>.</param>
    /// <returns>The running sandbox, which the caller disposes; null if none is configured.</returns>
    public static async Task<IAsyncDisposable?> StartSandboxAsync(this WebApplicationBuilder builder)
    {
        var configured = builder.Configuration[BaseUrlKey];
        var isNamed = CloudflareOptions.Sandbox.Equals(configured, StringComparison.OrdinalIgnoreCase);
        if (!isNamed && (!string.IsNullOrEmpty(configured) || !builder.Environment.IsDevelopment()))
        {
            return null;
        }

        // Where the keyword stays, it is refused with the other settings.
        Task<IAsyncDisposable>? starting = null;
        if (!builder.Environment.IsProduction())
        {
            Start(builder, ref starting);
        }

        return starting is null ? null : await starting;
    }

    /// <summary>A build without the file that implements this has no sandbox.</summary>
    static partial void Start(WebApplicationBuilder builder, ref Task<IAsyncDisposable>? starting);
}

/// <summary>The running sandbox. The service is registered only if a sandbox runs.</summary>
/// <param name="BaseUrl">The base address of its API.</param>
/// <param name="Authorization">An <c>Authorization</c> header that only the sandbox accepts.</param>
internal sealed record SandboxInUse(string BaseUrl, string Authorization)
{
    /// <summary>The token of the header.</summary>
    public string Token => Authorization["Bearer ".Length..];

    /// <summary>The zone of documents and examples. The sandbox has data for any.</summary>
    public const string Zone = "023e105f4ecef8ad9ca31a8372d0c353";
}
