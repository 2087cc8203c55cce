using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Gateway.Tests.EndToEnd;

/// <summary>
/// A load balancer that knows nothing of HTTP but the health check: it gives each connection to a replica that is ready, and passes bytes on
/// until both sides have ended.
/// </summary>
internal sealed class TcpBalancer : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<Uri, bool> _replicas = [];
    private readonly HttpClient _health = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero }) { Timeout = TimeSpan.FromSeconds(2) };
    private readonly Task _running;
    private int _next;

    public TcpBalancer()
    {
        _listener.Start();
        _running = Task.WhenAll(AcceptAsync(), PollAsync());
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public void Add(Uri replica) => _replicas[replica] = false;

    public void Remove(Uri replica) => _replicas.TryRemove(replica, out _);

    public bool IsReady(Uri replica) => _replicas.GetValueOrDefault(replica);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _running;
        _health.Dispose();
        _end.Dispose();
    }

    private async Task PollAsync()
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            do
            {
                foreach (var replica in _replicas.Keys)
                {
                    _replicas.TryUpdate(replica, await IsAnsweringAsync(replica), _replicas.GetValueOrDefault(replica));
                }
            }
            while (await timer.WaitForNextTickAsync(_end.Token));
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task<bool> IsAnsweringAsync(Uri replica)
    {
        try
        {
            using var response = await _health.GetAsync(new Uri(replica, "/health/ready"), _end.Token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException || !_end.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            using var server = new TcpClient();
            try
            {
                var ready = _replicas.Where(replica => replica.Value).Select(replica => replica.Key).ToArray();
                var replica = ready[(uint)Interlocked.Increment(ref _next) % ready.Length];
                await server.ConnectAsync(replica.Host, replica.Port, _end.Token);
                await Task.WhenAll(PassAsync(client, server), PassAsync(server, client));
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException or DivideByZeroException)
            {
                // One side is gone, and so is the other one.
            }
        }
    }

    private async Task PassAsync(TcpClient from, TcpClient to)
    {
        await from.GetStream().CopyToAsync(to.GetStream(), _end.Token);
        to.Client.Shutdown(SocketShutdown.Send);
    }
}
