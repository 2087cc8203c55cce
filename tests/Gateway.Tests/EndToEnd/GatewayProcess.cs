using System.Diagnostics;

namespace Gateway.Tests.EndToEnd;

/// <summary>
/// The gateway in a process of its own, as it is deployed: the program that the environment variable <c>GATEWAY_BINARY</c> names, such as one
/// that was compiled ahead of time; otherwise the build that the tests refer to.
/// </summary>
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
        _process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null)
            {
                Read(line.Data);
            }
        };
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The program that takes the place of the build that the tests refer to; null if there is none.</summary>
    public static string? Binary { get; } = Environment.GetEnvironmentVariable("GATEWAY_BINARY");

    /// <summary>The first address that it listens on.</summary>
    public Uri Address { get; private set; } = null!;

    public bool IsRunning => !_process.HasExited;

    public int Id => _process.Id;

    /// <summary>The last lines that the process wrote.</summary>
    public string Output => string.Join('\n', Lines.TakeLast(40));

    /// <summary>All lines that the process wrote.</summary>
    public string[] Lines
    {
        get
        {
            lock (_output)
            {
                return [.. _output];
            }
        }
    }

    /// <param name="environment">Additional environment variables.</param>
    /// <param name="settings">Settings for the command line.</param>
    public static async Task<GatewayProcess> StartAsync(
        IEnumerable<(string Name, string Value)> environment, params IEnumerable<(string Key, string Value)> settings)
    {
        var start = Command(["--urls=http://127.0.0.1:0", .. settings.Select(s => $"--{s.Key}={s.Value}")], environment);
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
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

    /// <summary>Runs it to its end.</summary>
    /// <returns>Its exit code, and all that it wrote.</returns>
    public static Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync([], arguments);

    /// <param name="environment">Additional environment variables.</param>
    /// <param name="arguments">The command line.</param>
    public static async Task<(int Code, string Output, string Error)> RunAsync(
        IEnumerable<(string Name, string Value)> environment, params string[] arguments)
    {
        using var process = Process.Start(Command(arguments, environment))!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await error);
    }

    /// <summary>Asks it to stop, as orchestrators do.</summary>
    public async Task SignalStopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <returns>Its exit code, once it has ended and all of its output is read.</returns>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (IsRunning)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static ProcessStartInfo Command(string[] arguments, IEnumerable<(string Name, string Value)> environment)
    {
        var command = Binary is null
            ? new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Gateway.dll"), .. arguments])
            : new ProcessStartInfo(Binary, arguments);
        command.RedirectStandardOutput = true;
        command.RedirectStandardError = true;
        command.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (name, value) in environment)
        {
            command.Environment[name] = value;
        }

        return command;
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
            // Of a line of text, or of a record in JSON.
            _ready.TrySetResult(new Uri(line[(start + Listening.Length)..].Split('"')[0].Trim()));
        }
    }
}
