using Gateway.Caching;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;

namespace Gateway.Spectrum;

/// <summary>Registers the Spectrum feature.</summary>
internal static class SpectrumServices
{
    public static IServiceCollection AddSpectrum(this IServiceCollection services) => services
        .AddResponseCache<SpectrumBytimeRequest, SpectrumResponse, SpectrumOrigin>()
        .AddSingleton(provider => new SpectrumService(provider.GetRequiredService<ResponseCache<SpectrumBytimeRequest, SpectrumResponse>>()));
}
