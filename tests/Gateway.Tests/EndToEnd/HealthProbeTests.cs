using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Tests.Caching.Redis;

namespace Gateway.Tests.EndToEnd;

/// <summary><c>--healthcheck</c> reaches whatever Kestrel was told to listen on, with the same settings.</summary>
public sealed class HealthProbeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("probe-");
    private readonly int _port = RedisServer.FreePort();

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("https with a certificate for another name")]
    [InlineData("https ports")]
    [InlineData("HTTP/2 alone")]
    [InlineData("HTTP/2 alone over https")]
    [InlineData("a management port")]
    [InlineData("a Unix domain socket")]
    public async Task It_tells_whether_the_gateway_is_alive(string endpoint)
    {
        (string Key, string Value)[] settings =
        [
            ("Cloudflare:BaseUrl", "https://api.cloudflare.test"),
            .. endpoint switch
            {
                "https with a certificate for another name" => [("Kestrel:Endpoints:A:Url", $"https://127.0.0.1:{_port}"), .. Certificate()],
                "https ports" => [("https_ports", $"{_port}"), ("urls", ""), .. Certificate()],
                "HTTP/2 alone" => [("urls", $"http://127.0.0.1:{_port}"), ("Kestrel:EndpointDefaults:Protocols", "Http2")],
                "HTTP/2 alone over https" =>
                    [("Kestrel:Endpoints:A:Url", $"https://127.0.0.1:{_port}"), ("Kestrel:Endpoints:A:Protocols", "Http2"), .. Certificate()],
                "a management port" => [("urls", "http://127.0.0.1:0"), ("Hosting:ManagementPort", $"{_port}")],
                _ => new[] { ("urls", $"http://unix:{_folder.FullName}/gateway.sock") },
            },
        ];
        string[] arguments = ["--healthcheck", .. settings.Select(setting => $"--{setting.Key}={setting.Value}")];
        using var gateway = await GatewayProcess.StartAsync([], settings);

        var (code, _, error) = await GatewayProcess.RunAsync(arguments);

        (code, error).ShouldBe((0, ""));
        await gateway.SignalStopAsync();
        await gateway.EndAsync();
        (code, _, error) = await GatewayProcess.RunAsync(arguments);
        code.ShouldBe(1);
        error.ShouldContain(" does not answer: ");
    }

    private (string, string)[] Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=gateway.example.com", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var (file, keyFile) = (Path.Combine(_folder.FullName, "certificate.pem"), Path.Combine(_folder.FullName, "key.pem"));
        File.WriteAllText(file, certificate.ExportCertificatePem());
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
        return [("Kestrel:Certificates:Default:Path", file), ("Kestrel:Certificates:Default:KeyPath", keyFile)];
    }
}
