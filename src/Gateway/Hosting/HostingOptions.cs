using System.Net;
using Gateway.Settings;
using PolyType;

namespace Gateway.Hosting;

/// <summary>The <c>Hosting</c> section of the configuration: the gateway's place among proxies, load balancers and orchestrators.</summary>
[GenerateShape]
internal sealed partial class HostingOptions
{
    public const string Section = "Hosting";

    /// <summary>
    /// The path that everything is served below, such as <c>/cloudflare</c>, with no slash at its end. Other paths are not found, except
    /// the health checks, which are served at both. Default: none.
    /// </summary>
    public string PathBase { get; set; } = "";

    /// <summary>The most connections at a time; further ones are closed at once: 1 to 1,000,000. Default: 4096.</summary>
    public int MaxConnections { get; set; } = 4096;

    /// <summary>
    /// A port of its own for the health checks, without TLS, on all interfaces: 1 to 65,535. The other addresses then don't serve them.
    /// Default: none.
    /// </summary>
    public int? ManagementPort { get; set; }

    /// <summary>How long requests are still answered after <c>/health/ready</c> turns to 503: 0 to 5 minutes. Default: 0.</summary>
    public TimeSpan DrainPeriod { get; set; } = TimeSpan.Zero;

    /// <summary>How long running requests may take to finish after that: 1 second to 10 minutes. Default: 30 seconds.</summary>
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a client may take to read 64 KiB of a response before its connection, or its stream of HTTP/2, is aborted: 1 second to 5
    /// minutes. Default: 10 seconds.
    /// </summary>
    public TimeSpan WriteTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The memory for responses above 64 KiB in bytes, until they are read: 1 MiB to 64 GiB, and at least four times
    /// <c>GraphQL:Limits:MaxResponseBytes</c>. One credential has at most a quarter of it. Default: eight times
    /// <c>GraphQL:Limits:MaxResponseBytes</c>, or a quarter of the process's memory if that is less.
    /// </summary>
    public long? MaxBufferedBytes { get; set; }

    /// <summary>Proxies that may say who the client is.</summary>
    public ForwardedHeadersSettings ForwardedHeaders { get; } = new();

    public static void Check(HostingOptions options, SettingErrors errors)
    {
        if (options.PathBase is not "" && (!options.PathBase.StartsWith('/') || options.PathBase.EndsWith('/')))
        {
            errors.Add("A path with a slash before and none after is wanted, or nothing.", nameof(PathBase));
        }

        errors.Between(options.MaxConnections, 1, 1_000_000);
        if (options.ManagementPort is { } port)
        {
            errors.Between(port, 1, 65_535, nameof(options) + "." + nameof(ManagementPort));
        }

        errors.Between(options.DrainPeriod, TimeSpan.Zero, TimeSpan.FromMinutes(5));
        errors.Between(options.ShutdownTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10));
        errors.Between(options.WriteTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        if (options.MaxBufferedBytes is { } bytes)
        {
            errors.Between(bytes, 1L << 20, 64L << 30, nameof(options) + "." + nameof(MaxBufferedBytes));
        }

        errors.Between(options.ForwardedHeaders.ForwardLimit, 1, 10);
        const string Enabled = "ForwardedHeaders:Enabled";
        var trusted = options.ForwardedHeaders.KnownProxies.Length + options.ForwardedHeaders.KnownNetworks.Length;
        if (options.ForwardedHeaders.Enabled && trusted == 0)
        {
            errors.Add(
                $"`true` needs proxies to trust: set `{Section}:ForwardedHeaders:KnownProxies` or "
                + $"`{Section}:ForwardedHeaders:KnownNetworks`.",
                Enabled);
        }
        else if (trusted > 0 && !errors.IsSet(Enabled))
        {
            errors.Add("There are proxies to trust, but the headers are off: set it to `true`, or to `false` on purpose.", Enabled);
        }

        foreach (var proxy in options.ForwardedHeaders.KnownProxies.Where(proxy => !IPAddress.TryParse(proxy, out _)))
        {
            errors.Add($"`{proxy}` is no IP address such as 10.0.0.1.", "ForwardedHeaders:KnownProxies");
        }

        foreach (var network in options.ForwardedHeaders.KnownNetworks.Where(network => !IPNetwork.TryParse(network, out _)))
        {
            errors.Add($"`{network}` is no network such as 10.0.0.0/8.", "ForwardedHeaders:KnownNetworks");
        }
    }

    /// <summary>Whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are trusted.</summary>
    internal sealed class ForwardedHeadersSettings
    {
        /// <summary>Whether these headers are read. Default: false, since any client can send them.</summary>
        public bool Enabled { get; set; }

        /// <summary>IP addresses of proxies. Default: none. With <see cref="Enabled"/>, proxies or networks are required.</summary>
        public string[] KnownProxies { get; set; } = [];

        /// <summary>Networks of proxies, such as <c>10.0.0.0/8</c>. Default: none.</summary>
        public string[] KnownNetworks { get; set; } = [];

        /// <summary>How many proxies a request passes through: 1 to 10. Default: 1.</summary>
        public int ForwardLimit { get; set; } = 1;
    }
}
