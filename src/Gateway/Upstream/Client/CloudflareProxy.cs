using System.Net;

namespace Gateway.Upstream.Client;

/// <summary>The proxy on the way to Cloudflare.</summary>
internal static class CloudflareProxy
{
    /// <summary>
    /// <see cref="CloudflareOptions.Proxy"/>, or what the environment says for the base address (<c>HTTPS_PROXY</c>, <c>NO_PROXY</c>). Null
    /// for none: this machine itself needs none.
    /// </summary>
    public static IWebProxy? Of(CloudflareOptions options)
    {
        var target = new Uri(options.BaseUrl);
        return options.Proxy is { Length: > 0 } own ? Create(new Uri(own))
            : target.IsLoopback || HttpClient.DefaultProxy.IsBypassed(target) || HttpClient.DefaultProxy.GetProxy(target) is null ? null
            : HttpClient.DefaultProxy;
    }

    /// <summary>The host and port that connections go to, without a credential.</summary>
    public static Uri NextHop(CloudflareOptions options)
    {
        var target = new Uri(options.BaseUrl);
        return Of(options)?.GetProxy(target) ?? target;
    }

    private static WebProxy Create(Uri address)
    {
        // The address without user and password, which messages may quote.
        var proxy = new WebProxy(new UriBuilder(address.Scheme, address.Host, address.Port).Uri);
        if (address.UserInfo.Split(':', 2) is [{ Length: > 0 } user, .. var password])
        {
            proxy.Credentials = new NetworkCredential(
                Uri.UnescapeDataString(user), Uri.UnescapeDataString(password.FirstOrDefault() ?? ""));
        }

        return proxy;
    }
}
