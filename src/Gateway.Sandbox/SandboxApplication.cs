using System.IO.Compression;
using System.Text.Json.Serialization;
using Gateway.Sandbox.Calls;
using Gateway.Sandbox.Credentials;
using Gateway.Sandbox.Faults;
using Gateway.Sandbox.Http;
using Gateway.Sandbox.Radar;
using Gateway.Sandbox.Spectrum;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;

namespace Gateway.Sandbox;

/// <summary>Configures services and pipeline, for the program and for the hosted sandbox.</summary>
internal static class SandboxApplication
{
    public static IServiceCollection AddSandbox(this IServiceCollection services, SandboxOptions options)
    {
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.AddResponseCompression(compression => compression.MimeTypes = ["application/json", "text/csv"]);
        return services
            .AddSingleton(options)
            .AddSingleton<JsonSerializerContext>(new SandboxJson(JsonAnswer.NewOptions()))
            .AddSingleton<CallLog>()
            .AddSingleton<ServedAnswers>()
            .AddSingleton<SlowGate>()
            .AddSingleton<FaultTable>()
            .AddSingleton<RateLimiter>()
            .AddSingleton<CloudflareEdge>();
    }

    public static void UseSandbox(this WebApplication app)
    {
        app.Map("/sandbox/calls", calls => calls.Run(CallLogPage.AnswerAsync));
        app.Map("/sandbox/faults", faults => faults.Run(FaultPage.AnswerAsync));
        var edge = app.Services.GetRequiredService<CloudflareEdge>();
        var options = app.Services.GetRequiredService<SandboxOptions>();

        // Faults come before compression, so their bytes are sent unchanged.
        app.Use(edge.InvokeAsync);
        app.UseResponseCompression();
        app.Run(context => context.Features.GetRequiredFeature<ApiRoute>() switch
        {
            { Endpoint: SandboxEndpoint.Bytime, Zone: { } zone } => EventsEndpoint.AnswerAsync(context, zone, hasIntervals: true, options),
            { Endpoint: SandboxEndpoint.SpectrumSummary, Zone: { } zone } =>
                EventsEndpoint.AnswerAsync(context, zone, hasIntervals: false, options),
            { Endpoint: SandboxEndpoint.SpectrumCurrent, Zone: { } zone } => CurrentEndpoint.AnswerAsync(context, zone, options),
            { Endpoint: SandboxEndpoint.SpectrumApps, Zone: { } zone } => AppsEndpoint.AnswerAsync(context, zone, options),
            { Endpoint: SandboxEndpoint.CtAuthorities } => CatalogueEndpoint.AuthoritiesAsync(context),
            { Endpoint: SandboxEndpoint.CtLogs } => CatalogueEndpoint.LogsAsync(context),
            { Endpoint: SandboxEndpoint.CtAuthority, Item: { } slug } => CatalogueEndpoint.AuthorityAsync(context, slug),
            { Endpoint: SandboxEndpoint.CtLog, Item: { } slug } => CatalogueEndpoint.LogAsync(context, slug),
            var radar => CertificateEndpoint.AnswerAsync(context, options, radar.Item, radar.Endpoint == SandboxEndpoint.CtSummary),
        });
    }
}
