using Gateway.Caching;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;
using Gateway.Upstream.Client;

namespace Gateway.Spectrum;

/// <summary>Registers the Spectrum feature, but for its types, which are in <c>AddTypes</c>. Nothing else refers to it.</summary>
internal static partial class SpectrumServices
{
    public static IRequestExecutorBuilder AddSpectrum(this IRequestExecutorBuilder server)
    {
        server.Services
            .AddCloudflareApi(SpectrumApi.Api)
            .AddResponseCache<SpectrumBytimeRequest, SpectrumResponse, SpectrumOrigin>();
        AddEngine(server);
        return server;
    }

    /// <summary>Adds what HotChocolate does not have. A build without the file that implements this omits the call.</summary>
    static partial void AddEngine(IRequestExecutorBuilder server);
}
