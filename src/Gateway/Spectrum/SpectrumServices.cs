using Gateway.Caching;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;
using Gateway.Upstream.Client;

namespace Gateway.Spectrum;

/// <summary>Registers all of Spectrum; nothing else names it.</summary>
internal static partial class SpectrumServices
{
    public static IRequestExecutorBuilder AddSpectrum(this IRequestExecutorBuilder server)
    {
        server.Services
            .AddCloudflareApi(SpectrumApi.Api)
            .AddResponseCache<SpectrumBytimeRequest, SpectrumResponse, SpectrumOrigin>();
        server
            .AddTypeExtension(typeof(SpectrumQueries))
            .AddType<SpectrumPointType>()
            .AddType<SpectrumMetricsType>()
            .AddType<SpectrumSortType>();
        AddEngine(server);
        return server;
    }

    /// <summary>What HotChocolate does not have. The call is left out where the file with its body is not compiled.</summary>
    static partial void AddEngine(IRequestExecutorBuilder server);
}
