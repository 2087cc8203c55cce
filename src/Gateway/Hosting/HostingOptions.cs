namespace Gateway.Hosting;

/// <summary>The <c>Hosting</c> section of the configuration: how the gateway lives with what is around it.</summary>
internal sealed class HostingOptions
{
    public const string Section = "Hosting";

    /// <summary>A path that all others are below, such as <c>/cloudflare</c>: with a slash before and none after. Default: none.</summary>
    public string PathBase { get; set; } = "";

    /// <summary>How long requests are still answered after <c>/health/ready</c> says no: 0 to 5 minutes. Default: 0.</summary>
    public TimeSpan DrainPeriod { get; set; } = TimeSpan.Zero;

    /// <summary>How long requests under way may take to end after that: 1 second to 10 minutes. Default: 30 seconds.</summary>
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Proxies that may say who the client is.</summary>
    public ForwardedHeadersSettings ForwardedHeaders { get; } = new();

    /// <summary>Which <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed.</summary>
    internal sealed class ForwardedHeadersSettings
    {
        /// <summary>Default: false, since anyone can send such headers.</summary>
        public bool Enabled { get; set; }

        /// <summary>Addresses of proxies. Default: none, which together with no networks stands for this machine.</summary>
        public string[] KnownProxies { get; set; } = [];

        /// <summary>Networks of proxies, such as <c>10.0.0.0/8</c>. Default: none.</summary>
        public string[] KnownNetworks { get; set; } = [];

        /// <summary>How many proxies stand in a row: 1 to 10. Default: 1.</summary>
        public int ForwardLimit { get; set; } = 1;
    }
}
