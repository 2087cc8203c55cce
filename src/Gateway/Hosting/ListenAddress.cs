namespace Gateway.Hosting;

/// <summary>Where the gateway listens: http://localhost:8080, unless ASP.NET Core's own settings say otherwise.</summary>
internal static class ListenAddress
{
    private const string Default = "http://localhost:8080";
    private const string Endpoints = "Kestrel:Endpoints";

    private static readonly string[] Settings =
        [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];

    public static void UseListenAddress(this WebApplicationBuilder builder)
    {
        if (!IsSet(builder.Configuration))
        {
            builder.WebHost.UseUrls(Default);
        }
    }

    /// <summary>An address on this machine that reaches a gateway with the same settings. One without TLS takes precedence.</summary>
    public static Uri Local(IConfiguration configuration)
    {
        string[] addresses = [.. configuration.GetSection(Endpoints).GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>()];
        if (addresses.Length == 0)
        {
            addresses = Split(configuration[WebHostDefaults.ServerUrlsKey]);
        }

        var address = Array.Find(addresses, address => address.StartsWith("http:", StringComparison.OrdinalIgnoreCase))
            ?? addresses.FirstOrDefault()
            ?? (Split(configuration[WebHostDefaults.HttpPortsKey]) is [var port, ..] ? $"http://*:{port}" : Default);

        // Kestrel's names for all interfaces are not host names.
        var parsed = BindingAddress.Parse(address);
        return new UriBuilder(parsed.Scheme, parsed.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : parsed.Host, parsed.Port).Uri;
    }

    private static bool IsSet(IConfiguration configuration) =>
        Array.Exists(Settings, setting => !string.IsNullOrEmpty(configuration[setting]))
            || configuration.GetSection(Endpoints).Exists();

    private static string[] Split(string? list) =>
        list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
