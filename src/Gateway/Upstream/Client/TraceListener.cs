using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace Gateway.Upstream.Client;

/// <summary>Enables tracing of requests when trace propagation is on: without a listener, ASP.NET Core creates no activities.</summary>
internal sealed class TraceListener(IOptions<CloudflareOptions> options) : IHostedService, IDisposable
{
    private readonly ActivityListener _listener = new()
    {
        ShouldListenTo = static source => source.Name == "Microsoft.AspNetCore",
        Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
    };

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.PropagateTraceContext)
        {
            ActivitySource.AddActivityListener(_listener);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _listener.Dispose();
}
