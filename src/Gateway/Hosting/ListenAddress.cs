namespace Gateway.Hosting;

/// <summary>Where the gateway listens: http://localhost:8080, unless ASP.NET Core's own settings say otherwise.</summary>
internal static class ListenAddress
{
    private const string Default = "http://localhost:8080";

    private static readonly string[] Settings =
        [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];

    public static void UseListenAddress(this WebApplicationBuilder builder)
    {
        if (!IsSet(builder.Configuration))
        {
            builder.WebHost.UseUrls(Default);
        }
    }

    /// <summary>An address on this machine that reaches the gateway which has the same settings.</summary>
    public static Uri Local(IConfiguration configuration)
    {
        var address = FirstOf(configuration[WebHostDefaults.ServerUrlsKey])
            ?? (FirstOf(configuration[WebHostDefaults.HttpPortsKey]) is { } port ? $"http://*:{port}" : Default);

        // Kestrel's names for every interface are no host names.
        var parsed = BindingAddress.Parse(address);
        return new UriBuilder(parsed.Scheme, parsed.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : parsed.Host, parsed.Port).Uri;
    }

    private static bool IsSet(IConfiguration configuration)
        => Array.Exists(Settings, setting => !string.IsNullOrEmpty(configuration[setting]))
            || configuration.GetSection("Kestrel:Endpoints").Exists();

    private static string? FirstOf(string? list)
        => list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var first, ..] ? first : null;
}
