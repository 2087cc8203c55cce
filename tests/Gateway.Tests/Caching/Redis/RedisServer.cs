using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Gateway.Tests.Caching.Redis;

/// <summary>A redis-server for a test, at a free port, without persistence.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("redis-");
    private readonly string[] _settings;
    private Process? _process;
    private TaskCompletionSource? _ready;

    private RedisServer(string[] settings)
    {
        _settings = settings;
        Port = FreePort();
    }

    public int Port { get; }

    public string Address => $"127.0.0.1:{Port}";

    /// <summary>Skips the test with a message if there is no redis-server. In continuous integration, the test fails instead.</summary>
    public static void SkipUnlessInstalled() => Assert.SkipUnless(
        IsInstalled || Environment.GetEnvironmentVariable("CI") == "true", "redis-server is not installed: nothing of Redis is tested.");

    /// <param name="settings">As on the command line, such as <c>--requirepass x</c>.</param>
    public static async Task<RedisServer> StartAsync(params string[] settings)
    {
        var server = new RedisServer(settings);
        try
        {
            await server.StartAgainAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <param name="settings">For this time, after those that the server has anyway.</param>
    public async Task StartAgainAsync(params string[] settings)
    {
        Begin(settings);
        await _ready!.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    /// <summary>Starts the process without waiting until it is ready.</summary>
    public void Begin(params string[] settings)
    {
        var ready = _ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = Process.Start(new ProcessStartInfo("redis-server", [
            "--port", $"{Port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", _directory.FullName, "--enable-debug-command", "yes",
            .. _settings, .. settings])
        {
            RedirectStandardOutput = true,
        })!;
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                ready.TrySetException(new InvalidOperationException("redis-server has ended."));
            }
            else if (line.Data.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                ready.TrySetResult();
            }
        };
        _process.BeginOutputReadLine();
    }

    /// <summary>The process stays, and its port takes connections, but nothing answers.</summary>
    public Task FreezeAsync() => SignalAsync("-STOP");

    public Task ThawAsync() => SignalAsync("-CONT");

    public async Task KillAsync()
    {
        if (_process is { HasExited: false } process)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>What redis-cli prints for a command.</summary>
    public Task<string> CliAsync(params string[] command) => RunAsync("redis-cli", ["-p", $"{Port}", .. command]);

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process?.Dispose();
        _directory.Delete(recursive: true);
    }

    private static bool IsInstalled => Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, "redis-server")));

    private Task SignalAsync(string signal) => RunAsync("kill", [signal, $"{_process!.Id}"]);

    private static async Task<string> RunAsync(string file, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output.Trim();
    }
}
