using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Gateway.Settings;

namespace Gateway.Hosting;

/// <summary>Where the gateway listens: http://localhost:8080, unless ASP.NET Core's own settings say otherwise.</summary>
internal static class ListenAddress
{
    private const string Default = "http://localhost:8080";
    private const string Kestrel = "Kestrel";
    private const string EndpointsKey = Kestrel + ":Endpoints";

    private static readonly string[] Settings =
        [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];

    /// <summary>Adds the default, and the port of the health checks to what is set.</summary>
    public static void UseListenAddress(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if (!IsSet(configuration))
        {
            builder.WebHost.UseUrls(Default);
        }

        if (ManagementPortOf(configuration) is not { } port)
        {
            return;
        }

        // Kestrel takes its endpoints before the addresses, and these before the ports.
        if (configuration.GetSection(EndpointsKey).Exists())
        {
            configuration[$"{EndpointsKey}:Management:Url"] = $"http://*:{port}";
        }
        else if (configuration[WebHostDefaults.ServerUrlsKey] is { Length: > 0 } urls)
        {
            builder.WebHost.UseUrls($"{urls};http://*:{port}");
        }
        else
        {
            var ports = Split(configuration[WebHostDefaults.HttpPortsKey]);
            configuration[WebHostDefaults.HttpPortsKey] = string.Join(';', [.. ports, $"{port}"]);
        }
    }

    /// <summary>A line for each address or port that is none, of those that ASP.NET Core reads itself.</summary>
    public static IEnumerable<string> Errors(IConfiguration configuration) =>
    [
        .. Split(configuration[WebHostDefaults.ServerUrlsKey]).Where(static url => !IsAddress(url))
            .Select(static url => $"{WebHostDefaults.ServerUrlsKey}: `{url}` is no address such as `{Default}`."),
        .. from key in new[] { WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey }
           from port in Split(configuration[key])
           where !ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out _)
           select $"{key}: `{port}` is no port such as `8080`.",
        .. from endpoint in configuration.GetSection(EndpointsKey).GetChildren()
           where endpoint["Url"] is { } url && !IsAddress(url)
           select $"{endpoint.Path}:Url: `{endpoint["Url"]}` is no address such as `{Default}`.",
    ];

    /// <summary>The ports that are taken, without those that are chosen at start.</summary>
    public static IReadOnlyCollection<int> Ports(IConfiguration configuration) =>
    [
        .. Endpoints(configuration).Where(static endpoint => IsAddress(endpoint.Url))
            .Select(static endpoint => BindingAddress.Parse(endpoint.Url))
            .Where(static address => !address.IsUnixPipe && !address.IsNamedPipe && address.Port > 0)
            .Select(static address => address.Port),
    ];

    /// <summary>Finds an address on this machine that reaches a gateway with the same settings. One without TLS takes precedence.</summary>
    public static LocalAddressResult Local(IConfiguration configuration)
    {
        if (ManagementPortOf(configuration) is { } port)
        {
            return Parse($"http://*:{port}", protocols: null);
        }

        var (address, protocols) = Endpoints(configuration).MinBy(
            static endpoint => endpoint.Url.StartsWith("http:", StringComparison.OrdinalIgnoreCase) ? 0 : 1);
        return Parse(address, protocols);
    }

    /// <summary>The addresses that Kestrel will listen on: its endpoints go before the addresses, and these before the ports.</summary>
    private static (string Url, string? Protocols)[] Endpoints(IConfiguration configuration)
    {
        var defaults = configuration[$"{Kestrel}:EndpointDefaults:Protocols"];
        (string Url, string? Protocols)[] endpoints =
        [
            .. configuration.GetSection(EndpointsKey).GetChildren()
                .Where(static endpoint => endpoint["Url"] is not null)
                .Select(endpoint => (endpoint["Url"]!, endpoint["Protocols"] ?? defaults)),
        ];
        if (endpoints.Length > 0)
        {
            return endpoints;
        }

        var urls = Split(configuration[WebHostDefaults.ServerUrlsKey]);
        string[] ports =
        [
            .. Split(configuration[WebHostDefaults.HttpPortsKey]).Select(static port => $"http://*:{port}"),
            .. Split(configuration[WebHostDefaults.HttpsPortsKey]).Select(static port => $"https://*:{port}"),
        ];
        return [.. (urls.Length > 0 ? urls : ports.Length > 0 ? ports : [Default]).Select(url => (url, defaults))];
    }

    private static bool IsAddress(string text)
    {
        try
        {
            return BindingAddress.Parse(text).Scheme is "http" or "https";
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static LocalAddressResult Parse(string address, string? protocols)
    {
        if (!IsAddress(address))
        {
            return new(null, $"`{address}` is no address such as `{Default}`.");
        }

        var parsed = BindingAddress.Parse(address);
        if (parsed.IsNamedPipe)
        {
            return new(null, $"`{address}` is a named pipe, which can't be asked: add an address such as `{Default}`.");
        }

        if (!parsed.IsUnixPipe && parsed.Port == 0)
        {
            return new(null, $"The port of `{address}` is chosen at start, so it can't be known: set one.");
        }

        if (string.Equals(protocols, "Http3", StringComparison.OrdinalIgnoreCase))
        {
            return new(null, $"`{address}` has HTTP/3 alone, which can't be asked: add an address such as `{Default}`.");
        }

        // Kestrel's names for all interfaces are not host names.
        var host = parsed.IsUnixPipe || parsed.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : parsed.Host;
        var uri = parsed.IsUnixPipe ? new Uri($"{parsed.Scheme}://{host}") : new UriBuilder(parsed.Scheme, host, parsed.Port).Uri;
        var isHttp2 = string.Equals(protocols, "Http2", StringComparison.OrdinalIgnoreCase);
        return new(new LocalAddress(uri, parsed.IsUnixPipe ? parsed.UnixPipePath : null, isHttp2), null);
    }

    private static int? ManagementPortOf(IConfiguration configuration) =>
        configuration.ReadSettings<HostingOptions>(HostingOptions.Section).ManagementPort;

    private static bool IsSet(IConfiguration configuration) =>
        Array.Exists(Settings, setting => !string.IsNullOrEmpty(configuration[setting]))
            || configuration.GetSection(EndpointsKey).Exists();

    private static string[] Split(string? list) =>
        list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}

/// <summary>How to reach the gateway on this machine.</summary>
/// <param name="Uri">The address.</param>
/// <param name="Socket">The path of the Unix domain socket, if it is one.</param>
/// <param name="IsHttp2">Whether there is HTTP/2 alone.</param>
internal sealed record LocalAddress(Uri Uri, string? Socket, bool IsHttp2);

/// <summary>An address, or why there is none.</summary>
internal readonly record struct LocalAddressResult(LocalAddress? Address, string? Why)
{
    public bool IsSuccess([NotNullWhen(true)] out LocalAddress? address, [NotNullWhen(false)] out string? why)
    {
        (address, why) = (Address, Why);
        return address is not null;
    }
}
