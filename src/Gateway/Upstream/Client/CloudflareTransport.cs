using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Options;

namespace Gateway.Upstream.Client;

/// <summary>The connections to Cloudflare: pooled, recycled, and with nothing in their headers but what is put there here.</summary>
internal static class CloudflareTransport
{
    private static readonly string UserAgent =
        "cloudflare-graphql-gateway/" + (typeof(CloudflareTransport).Assembly.GetName().Version?.ToString(3) ?? "0.0.0");

    public static HttpMessageHandler CreateHandler(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<CloudflareOptions>>().Value;
        return new SocketsHttpHandler
        {
            // One handler serves every caller: whatever it kept of one call would reach the next one's.
            UseCookies = false,
            AllowAutoRedirect = false,
            Credentials = null,
            UseProxy = false,
            ActivityHeadersPropagator = options.PropagateTraceContext
                ? new TraceparentPropagator()
                : DistributedContextPropagator.CreateNoOutputPropagator(),
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = options.ConnectTimeout,
            // Over HTTP/1.1 each call needs a connection of its own: how many are out is decided before.
            MaxConnectionsPerServer = services.GetServices<CloudflareApi>().Count() * options.MaxConcurrentCalls,
            EnableMultipleHttp2Connections = true,
            // What is not read to its end is not worth reading at all: its connection goes instead.
            MaxResponseDrainSize = 0,
            // Recycling follows changes of DNS.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        };
    }

    public static void Configure(IServiceProvider services, HttpClient http)
    {
        http.BaseAddress = new Uri(services.GetRequiredService<IOptions<CloudflareOptions>>().Value.BaseUrl.TrimEnd('/') + "/");
        http.DefaultRequestVersion = HttpVersion.Version20;
        http.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
        // The pipeline has the timeouts.
        http.Timeout = Timeout.InfiniteTimeSpan;
        http.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "application/json");
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent);
    }
}
