using Gateway.Cloudflare;

namespace Gateway.Spectrum;

/// <summary>Registers the Spectrum feature.</summary>
internal static class SpectrumServiceCollectionExtensions
{
    public static IServiceCollection AddSpectrum(this IServiceCollection services) => services.AddSingleton(provider =>
        new SpectrumService(provider.GetRequiredService<CloudflareClient>(), provider.GetRequiredService<TimeProvider>()));
}
