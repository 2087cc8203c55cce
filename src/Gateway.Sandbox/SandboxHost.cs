using System.Text;
using Gateway.Sandbox.Calls;
using Gateway.Sandbox.Faults;

namespace Gateway.Sandbox;

/// <summary>A running sandbox.</summary>
public sealed class SandboxHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ServedAnswers _served;

    internal SandboxHost(WebApplication app, Uri address)
    {
        _app = app;
        _served = app.Services.GetRequiredService<ServedAnswers>();
        Calls = app.Services.GetRequiredService<CallLog>();
        Address = address;
        BaseUrl = new Uri(address, "client/v4").AbsoluteUri;
    }

    /// <summary>The sandbox's address: scheme, host and port.</summary>
    public Uri Address { get; }

    /// <summary>The base address for clients, instead of <c>https://api.cloudflare.com/client/v4</c>, without a trailing slash.</summary>
    public string BaseUrl { get; }

    /// <summary>The received calls, as shown by <c>GET /sandbox/calls</c>.</summary>
    public CallLog Calls { get; }

    /// <summary>Responds to the endpoint's next call with this, independent of its parameters and credential.</summary>
    public void Serve(SandboxEndpoint endpoint, int status, string? contentType, string body) =>
        Serve(endpoint, new ServedAnswer(status, contentType, Encoding.UTF8.GetBytes(body)));

    /// <summary>
    /// Responds to the endpoint's next <paramref name="times"/> calls with this, after the responses that were served before.
    /// </summary>
    public void Serve(SandboxEndpoint endpoint, ServedAnswer answer, int times = 1) =>
        _served.Add(endpoint, (context, _) => answer.WriteAsync(context), times);

    /// <summary>Treats the next <paramref name="times"/> calls of the endpoint as calls with this credential.</summary>
    /// <param name="credential">One of <see cref="SandboxCredentials"/>, except the good one.</param>
    public void Serve(SandboxEndpoint endpoint, string credential, int times = 1) => _served.Add(endpoint, FaultOf(credential), times);

    /// <summary>Responds to every call of the endpoint with this until <see cref="Restore"/>. Removes all served responses.</summary>
    public void Break(SandboxEndpoint endpoint, ServedAnswer answer) =>
        _served.Replace(endpoint, (context, _) => answer.WriteAsync(context));

    /// <summary>
    /// Treats every call of the endpoint as a call with this credential until <see cref="Restore"/>. Removes all served responses.
    /// </summary>
    /// <param name="credential">One of <see cref="SandboxCredentials"/>, except the good one.</param>
    public void Break(SandboxEndpoint endpoint, string credential) => _served.Replace(endpoint, FaultOf(credential));

    /// <summary>Removes all served responses, so the endpoint responds normally again.</summary>
    public void Restore(SandboxEndpoint endpoint) => _served.Replace(endpoint, null);

    /// <summary>Sends the delayed responses of all calls counted so far. Hanging connections are reset.</summary>
    public void ReleaseSlowAnswers() => _app.Services.GetRequiredService<SlowGate>().Release();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private Fault FaultOf(string credential) => _app.Services.GetRequiredService<FaultTable>().Find(credential)
        ?? throw new ArgumentException("There is no such fault.", nameof(credential));
}
