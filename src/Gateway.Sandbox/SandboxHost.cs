using System.Text;
using Gateway.Sandbox.Calls;
using Gateway.Sandbox.Faults;

namespace Gateway.Sandbox;

/// <summary>A running sandbox.</summary>
public sealed class SandboxHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ServedAnswers served;
    private readonly SlowGate slow;

    internal SandboxHost(WebApplication app, Uri address)
    {
        this.app = app;
        served = app.Services.GetRequiredService<ServedAnswers>();
        slow = app.Services.GetRequiredService<SlowGate>();
        Calls = app.Services.GetRequiredService<CallLog>();
        Address = address;
        BaseUrl = new Uri(address, "client/v4").AbsoluteUri;
    }

    /// <summary>Scheme, host and port.</summary>
    public Uri Address { get; }

    /// <summary>What a client takes for <c>https://api.cloudflare.com/client/v4</c>; no slash at its end.</summary>
    public string BaseUrl { get; }

    /// <summary>The calls that came in, as <c>GET /sandbox/calls</c> shows them.</summary>
    public CallLog Calls { get; }

    /// <summary>Answers the next call of the endpoint with this, whatever it asks and with whatever credential.</summary>
    public void Serve(SandboxEndpoint endpoint, int status, string? contentType, string body) =>
        Serve(endpoint, new ServedAnswer(status, contentType, Encoding.UTF8.GetBytes(body)));

    /// <summary>Answers the next <paramref name="times"/> calls of the endpoint with this; what is served first goes out first.</summary>
    public void Serve(SandboxEndpoint endpoint, ServedAnswer answer, int times = 1) => served.Add(endpoint, answer, times);

    /// <summary>Lets the slow answers to all calls counted so far go out.</summary>
    public void ReleaseSlowAnswers() => slow.Release();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
