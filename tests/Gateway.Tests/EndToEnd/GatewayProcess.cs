using System.Diagnostics;

namespace Gateway.Tests.EndToEnd;

/// <summary>The gateway in a process of its own, as it is deployed.</summary>
internal sealed class GatewayProcess : IDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _output = [];

    private GatewayProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data ?? "");
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address { get; private set; } = null!;

    public bool IsRunning => !_process.HasExited;

    public int Id => _process.Id;

    /// <summary>The last lines that the process wrote.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return string.Join('\n', _output.TakeLast(40));
            }
        }
    }

    /// <param name="environment">Additional environment variables.</param>
    /// <param name="settings">Settings for the command line.</param>
    public static async Task<GatewayProcess> StartAsync(
        IEnumerable<(string Name, string Value)> environment, params IEnumerable<(string Key, string Value)> settings)
    {
        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Gateway.dll"), "--urls=http://127.0.0.1:0", .. settings.Select(s => $"--{s.Key}={s.Value}")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var gateway = new GatewayProcess(start);
        try
        {
            gateway.Address = await gateway._ready.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
            return gateway;
        }
        catch
        {
            gateway.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (IsRunning)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            _ready.TrySetException(new InvalidOperationException($"The gateway has ended.\n{Output}"));
            return;
        }

        lock (_output)
        {
            _output.Add(line);
        }

        if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var start)
        {
            _ready.TrySetResult(new Uri(line[(start + Listening.Length)..].Trim()));
        }
    }
}
