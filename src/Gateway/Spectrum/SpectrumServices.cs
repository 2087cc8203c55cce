using Gateway.Caching;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;
using Gateway.Upstream;
using Gateway.Upstream.Client;

namespace Gateway.Spectrum;

/// <summary>Registers the Spectrum feature, but for its types, which are in <c>AddTypes</c>. Nothing else refers to it.</summary>
internal static partial class SpectrumServices
{
    private static readonly Rehearsal Rehearsal = new(
        """
        {
          spectrumBytime(
            zoneId: "00000000000000000000000000000000", timeDelta: HOUR, since: "2026-01-01T00:00:00Z", until: "2026-01-01T02:00:00Z") {
            rows totals { count } data { dimensions { event } points { start count } } freshness { status fetchedAt }
          }
        }
        """,
        """
        {
          "success": true, "errors": [], "messages": [],
          "result": {
            "rows": 1, "data_lag": 0,
            "query": {
              "metrics": ["count"], "dimensions": [], "since": "2026-01-01T00:00:00Z", "until": "2026-01-01T02:00:00Z",
              "time_delta": "hour", "limit": 100
            },
            "time_intervals": [
              ["2026-01-01T00:00:00Z", "2026-01-01T00:59:59Z"], ["2026-01-01T01:00:00Z", "2026-01-01T01:59:59Z"]
            ],
            "data": [{ "dimensions": [], "metrics": [[5, 7]] }],
            "totals": { "count": 12 }, "min": { "count": 5 }, "max": { "count": 7 }
          }
        }
        """);

    public static IRequestExecutorBuilder AddSpectrum(this IRequestExecutorBuilder server)
    {
        server.Services
            .AddCloudflareApi(SpectrumApi.Api)
            .AddCloudflareApi(SpectrumApi.SettingsApi)
            .AddResponseCache<SpectrumBytimeRequest, SpectrumResponse, SpectrumBytimeOrigin>()
            .AddResponseCache<SpectrumSummaryRequest, SpectrumResponse, SpectrumSummaryOrigin>()
            .AddResponseCache<SpectrumCurrentRequest, SpectrumCurrentResponse, SpectrumCurrentOrigin>()
            .AddResponseCache<SpectrumAppsRequest, SpectrumAppsResponse, SpectrumAppsOrigin>();
        server.Services.AddSingleton(Rehearsal);
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
