using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace Gateway.Upstream.Client;

/// <summary>The pooled connections to Cloudflare. Requests carry only the headers that the gateway sets.</summary>
internal static class CloudflareTransport
{
    private static readonly string UserAgent =
        "cloudflare-graphql-gateway/" + (typeof(CloudflareTransport).Assembly.GetName().Version?.ToString(3) ?? "0.0.0");

    public static HttpMessageHandler CreateHandler(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<CloudflareOptions>>().Value;
        var proxy = CloudflareProxy.Of(options);
        return new SocketsHttpHandler
        {
            // All callers share one handler, so it must keep no state of a call.
            UseCookies = false,
            AllowAutoRedirect = false,
            Credentials = null,
            UseProxy = proxy is not null,
            Proxy = proxy,
            ActivityHeadersPropagator = options.PropagateTraceContext
                ? new TraceparentPropagator()
                : DistributedContextPropagator.CreateNoOutputPropagator(),
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = options.ConnectTimeout,
            // Over HTTP/1.1 each call needs its own connection. The gates limit the calls, not the pool.
            MaxConnectionsPerServer = services.GetServices<CloudflareApi>().Count() * options.MaxConcurrentCalls,
            EnableMultipleHttp2Connections = true,
            // Closes the connection of a response that is not read to its end, rather than reading the rest.
            MaxResponseDrainSize = 0,
            // Recycles connections to follow changes of DNS.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        };
    }

    public static Uri BaseAddress(CloudflareOptions options) => new(options.BaseUrl.TrimEnd('/') + "/");

    /// <summary>Adds what is the same for all calls.</summary>
    public static void AddTo(HttpRequestHeaders headers)
    {
        headers.TryAddWithoutValidation("Accept", "application/json");
        headers.TryAddWithoutValidation("User-Agent", UserAgent);
    }
}
