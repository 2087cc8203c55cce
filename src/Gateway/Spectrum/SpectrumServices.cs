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
            .AddCloudflareApi(SpectrumApi.SettingsApi)
            .AddResponseCache<SpectrumBytimeRequest, SpectrumResponse, SpectrumBytimeOrigin>()
            .AddResponseCache<SpectrumSummaryRequest, SpectrumResponse, SpectrumSummaryOrigin>()
            .AddResponseCache<SpectrumCurrentRequest, SpectrumCurrentResponse, SpectrumCurrentOrigin>()
            .AddResponseCache<SpectrumAppsRequest, SpectrumAppsResponse, SpectrumAppsOrigin>();
        AddEngine(server);
        return server;
    }

    /// <summary>Adds what HotChocolate does not have. A build without the file that implements this omits the call.</summary>
    static partial void AddEngine(IRequestExecutorBuilder server);
}
