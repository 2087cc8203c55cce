using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace Gateway.Hosting;

/// <summary>Compresses responses with Brotli or gzip, as the client accepts.</summary>
internal static class Compression
{
    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            // BREACH needs a secret in the response, and there is none: credentials come in headers and are never echoed.
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/graphql-response+json", "application/graphql"];
        });
        services.AddSingleton<IResponseCompressionProvider, BoundedProvider>();
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    /// <summary>
    /// Does not read an <c>Accept-Encoding</c> that no client means: the parser tries again at each character after a fault, so its time is
    /// quadratic. Any client takes a response as it is (RFC 9110, section 12.5.3).
    /// </summary>
    private sealed class BoundedProvider(IServiceProvider services, IOptions<ResponseCompressionOptions> options)
        : ResponseCompressionProvider(services, options)
    {
        private const int MaxLength = 1024;

        public override ICompressionProvider? GetCompressionProvider(HttpContext context) =>
            context.Request.Headers.AcceptEncoding.ToString().Length <= MaxLength ? base.GetCompressionProvider(context) : null;
    }
}
