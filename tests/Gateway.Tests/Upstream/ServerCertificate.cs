using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gateway.Tests.Upstream;

/// <summary>A certificate for a host, signed by itself.</summary>
internal sealed class ServerCertificate : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("certificate-");

    public ServerCertificate(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(9));
        WithKey = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        File = Path.Combine(_folder.FullName, "certificate.pem");
        System.IO.File.WriteAllText(File, made.ExportCertificatePem());
    }

    public X509Certificate2 WithKey { get; }

    /// <summary>The certificate alone, for those who are to trust it.</summary>
    public string File { get; }

    public void Dispose()
    {
        WithKey.Dispose();
        _folder.Delete(recursive: true);
    }
}
