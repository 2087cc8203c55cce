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
        AddCalls(server.Services);
        AddEngine(server);
        return server;
    }

    private static void AddCalls(IServiceCollection services)
    {
        AddCalls(services, "spectrumBytime", SpectrumBytimeRequest.Of, SpectrumBytimeRequest.Of, KeyOf);
        AddCalls(services, "spectrumSummary", SpectrumSummaryRequest.Of, SpectrumSummaryRequest.Of, KeyOf);
        AddCalls(services, "spectrumCurrent", SpectrumCurrentRequest.Of, SpectrumCurrentRequest.Of, KeyOf);
        AddCalls(
            services,
            "spectrumApps",
            SpectrumAppsRequest.Of,
            SpectrumAppsRequest.Of,
            static request => request.CallKeys,
            SpectrumAppsRequest.MaxPages);
    }

    private static IEnumerable<CacheKey> KeyOf(ICacheableRequest request) => [request.Key];

    /// <summary>Adds what HotChocolate does not have. A build without the file that implements this omits the call.</summary>
    static partial void AddEngine(IRequestExecutorBuilder server);
}
