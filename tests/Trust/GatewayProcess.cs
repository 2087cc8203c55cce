using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Trust.Tests;

/// <summary>
/// The gateway in a process of its own, at free ports: what it does to its memory, and what ends it, is not the tests' own doing.
/// </summary>
internal sealed class GatewayProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    /// <summary>Generous: a slow machine is no fault.</summary>
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(1);

    private const int LinesOfError = 6;
    private const int LastLines = 20;

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly List<Uri> _addresses = [];
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private GatewayProcess(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The endpoint for HTTP/1.1.</summary>
    public Uri Http1 => new(_addresses[0], "graphql");

    /// <summary>The endpoint for HTTP/2 without TLS, by prior knowledge.</summary>
    public Uri Http2 => new(_addresses[1], "graphql");

    public bool IsAlive => !_process.HasExited;

    /// <summary>All that the process has printed.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>The last of it, where an unhandled exception stands.</summary>
    public string LastOutput => string.Join('\n', _output.TakeLast(LastLines));

    /// <summary>The log records of level Error and above, each with the lines that follow it.</summary>
    public IEnumerable<string> Errors
    {
        get
        {
            var lines = _output.ToArray();
            return from number in Enumerable.Range(0, lines.Length)
                   where lines[number].StartsWith("fail: ", StringComparison.Ordinal)
                       || lines[number].StartsWith("crit: ", StringComparison.Ordinal)
                   select string.Join('\n', lines.Skip(number).Take(LinesOfError));
        }
    }

    /// <summary>The most memory that the process has had (VmHWM), in bytes; 0 after its end.</summary>
    public long PeakBytes => IsAlive
        ? File.ReadLines($"/proc/{_process.Id}/status")
            .Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
            .Select(line => long.Parse(line.AsSpan("VmHWM:".Length).TrimEnd("kB ").Trim(), CultureInfo.InvariantCulture) * 1024)
            .FirstOrDefault()
        : 0;

    /// <param name="upstream">The base address of Cloudflare's API.</param>
    /// <param name="heapBytes">The hard limit of its heap; 0 for none.</param>
    /// <param name="settings">Settings beside those that all tests have.</param>
    public static async Task<GatewayProcess> StartAsync(string upstream, long heapBytes, params (string Key, string Value)[] settings)
    {
        (string Key, string Value)[] common =
        [
            ("Kestrel:Endpoints:Http1:Url", "http://127.0.0.1:0"),
            ("Kestrel:Endpoints:Http1:Protocols", "Http1"),
            ("Kestrel:Endpoints:Http2:Url", "http://127.0.0.1:0"),
            ("Kestrel:Endpoints:Http2:Protocols", "Http2"),
            ("Cloudflare:BaseUrl", upstream),
            // Errors are found by their lines.
            ("Logging:Console:FormatterName", "simple"),
            // Deadlines that a busy machine keeps: no test shall fail by slowness.
            ("Cloudflare:Deadline", "00:00:30"),
            ("Cloudflare:AttemptTimeout", "00:00:30"),
            ("Cloudflare:ConnectTimeout", "00:00:30"),
            ("Cloudflare:QueueTimeout", "00:00:10"),
        ];
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Gateway.dll") },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production" },
        };
        foreach (var (key, value) in common.Concat(settings))
        {
            start.ArgumentList.Add($"--{key}={value}");
        }

        if (heapBytes > 0)
        {
            start.Environment["DOTNET_GCHeapHardLimit"] = heapBytes.ToString("X", CultureInfo.InvariantCulture);
        }

        var gateway = new GatewayProcess(start);
        try
        {
            await gateway._started.Task.WaitAsync(StartTimeout, TestContext.Current.CancellationToken);
            return gateway;
        }
        catch (Exception exception)
        {
            var output = gateway.Output;
            await gateway.DisposeAsync();
            throw new InvalidOperationException($"The gateway does not start.\n{output}", exception);
        }
    }

    /// <summary>A client with as many connections as it needs, which waits longer than any deadline of the gateway.</summary>
    public static HttpClient NewClient(Uri endpoint) => new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None })
    {
        BaseAddress = endpoint,
        Timeout = TimeSpan.FromMinutes(2),
    };

    public async ValueTask DisposeAsync()
    {
        if (IsAlive)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            _started.TrySetException(new InvalidOperationException("The gateway has ended."));
            return;
        }

        _output.Enqueue(line);
        if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
        {
            // In the order of the endpoints' names.
            _addresses.Add(new Uri(line[(at + Listening.Length)..].Trim()));
            if (_addresses.Count == 2)
            {
                _started.TrySetResult();
            }
        }
    }
}
