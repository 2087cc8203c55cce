using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Gateway.Hosting;

/// <summary>Compresses answers with brotli or gzip, as the client asks.</summary>
internal static class Compression
{
    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            // Safe from BREACH under HTTPS: no answer holds a secret. Credentials come in headers and are never said back.
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/graphql-response+json", "application/graphql"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }
}
