using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Gateway.Sandbox;

namespace Gateway.Tests.EndToEnd;

/// <summary>The gateway serves https with a certificate that only its configuration names.</summary>
public sealed class HttpsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("https-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("pem", 1)]
    [InlineData("pem", 2)]
    [InlineData("pfx", 1)]
    [InlineData("pfx", 2)]
    public async Task A_query_is_answered_over_https(string format, int version)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await using var sandbox = await SandboxServer.StartAsync(TestContext.Current.CancellationToken);
        using var gateway = await GatewayProcess.StartAsync(
            [], [("Kestrel:Endpoints:Https:Url", "https://127.0.0.1:0"), ("Cloudflare:BaseUrl", sandbox.BaseUrl), .. Store(certificate, key, format)]);
        using var client = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown!.GetCertHashString() == certificate.GetCertHashString() },
        })
        {
            BaseAddress = gateway.Address,
            DefaultRequestVersion = new Version(version, version == 1 ? 1 : 0),
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
            DefaultRequestHeaders = { { "Authorization", $"Bearer {SandboxCredentials.Everything}" } },
        };

        using var response = await client.PostAsJsonAsync(
            "graphql", new { query = "{ ctTimeseries { series { name } } }" }, TestContext.Current.CancellationToken);

        gateway.Address.Scheme.ShouldBe("https");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.Data();
    }

    /// <summary>Writes the certificate and its key to files.</summary>
    /// <returns>The settings that name them.</returns>
    private (string, string)[] Store(X509Certificate2 certificate, ECDsa key, string format)
    {
        const string Setting = "Kestrel:Endpoints:Https:Certificate";
        var file = Path.Combine(_folder.FullName, $"certificate.{format}");
        if (format == "pfx")
        {
            File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12, "a password"));
            return [($"{Setting}:Path", file), ($"{Setting}:Password", "a password")];
        }

        var keyFile = Path.Combine(_folder.FullName, "key.pem");
        File.WriteAllText(file, certificate.ExportCertificatePem());
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
        return [($"{Setting}:Path", file), ($"{Setting}:KeyPath", keyFile)];
    }
}
