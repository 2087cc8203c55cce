using System.Buffers;
using System.Net;
using System.Net.Security;
using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;
using Gateway.Settings;
using Gateway.Time;
using Microsoft.Extensions.Options;

namespace Gateway.Upstream.Client;

/// <summary>Tries to reach Cloudflare's API as calls do, without a credential.</summary>
internal sealed class CloudflareCheck(IServiceProvider services, IOptions<CloudflareOptions> options, WallClock clock) : IConnectionCheck
{
    // Needs a credential, so it is refused in the API's own form.
    private const string Path = "user/tokens/verify";

    public async IAsyncEnumerable<CheckResult> RunAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (target, hop) = (new Uri(options.Value.BaseUrl), CloudflareProxy.NextHop(options.Value));
        if (hop != target)
        {
            yield return new(true, "Proxy", $"{hop.Authority} is between here and {target.Authority}");
        }

        var dns = await ResolveAsync(hop, cancellationToken);
        yield return dns;
        if (!dns.IsOk)
        {
            yield break;
        }

        var tls = "the handshake failed";
        using var handler = (SocketsHttpHandler)CloudflareTransport.CreateHandler(services);
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
        {
            var until = certificate is X509Certificate2 known ? new DateTimeOffset(known.NotAfter) : default;
            tls = errors == SslPolicyErrors.None
                ? $"the certificate of {certificate?.Subject} is valid until {until:yyyy-MM-dd} ({(until - clock.UtcNow).Days} days)"
                : $"the certificate of {certificate?.Subject} is not trusted: {errors}";
            return errors == SslPolicyErrors.None;
        };
        using var http = new HttpClient(handler)
        {
            BaseAddress = CloudflareTransport.BaseAddress(options.Value),
            DefaultRequestVersion = HttpVersion.Version20,
            Timeout = options.Value.AttemptTimeout,
            MaxResponseContentBufferSize = options.Value.MaxResponseBytes,
        };
        CloudflareTransport.AddTo(http.DefaultRequestHeaders);
        var (answer, fault) = await AskAsync(http, target, hop, cancellationToken);
        if (target.Scheme == Uri.UriSchemeHttps && fault is null or ConnectionFault.Tls)
        {
            yield return new(fault != ConnectionFault.Tls, "TLS", tls);
        }

        yield return answer;
    }

    private static async Task<CheckResult> ResolveAsync(Uri hop, CancellationToken cancellationToken)
    {
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(hop.IdnHost, cancellationToken);
            return new(true, "DNS", $"{hop.IdnHost} is {string.Join(", ", addresses.Select(static address => address.ToString()))}");
        }
        catch (System.Net.Sockets.SocketException exception)
        {
            return new(false, "DNS", $"{hop.IdnHost} has no address: {exception.Message}");
        }
    }

    private static async Task<(CheckResult Result, ConnectionFault? Fault)> AskAsync(
        HttpClient http, Uri target, Uri hop, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.GetAsync(Path, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            var isApi = body.Length > 0 && Envelope.ReadErrors(new ReadOnlySequence<byte>(body)) is not null;
            var what = isApi ? "as the API does" : "but not as the API does: is Cloudflare:BaseUrl right?";
            var answers = $"{target.AbsoluteUri} answers (status {(int)response.StatusCode}, HTTP/{response.Version})";
            return (new(isApi, "Cloudflare", $"{answers} {what}"), null);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or IOException)
        {
            var fault = exception is OperationCanceledException ? ConnectionFault.Timeout : ConnectionFaults.Of(exception);
            return (new(false, "Cloudflare", $"{target.AbsoluteUri} can't be reached: {fault.Describe(target, hop)}"), fault);
        }
    }
}
