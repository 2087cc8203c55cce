using Gateway.Caching;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;
using Gateway.Upstream.Client;

namespace Gateway.Spectrum;

/// <summary>Registers the Spectrum feature.</summary>
internal static class SpectrumServices
{
    public static IServiceCollection AddSpectrum(this IServiceCollection services) => services
        .AddCloudflareApi(SpectrumApi.Api)
        .AddResponseCache<SpectrumBytimeRequest, SpectrumResponse, SpectrumOrigin>()
        .AddSingleton(provider => new SpectrumService(provider.GetRequiredService<ResponseCache<SpectrumBytimeRequest, SpectrumResponse>>()));
}
