using Gateway.Settings;

namespace Gateway.Hosting;

/// <summary>The command line: a command, and settings as <c>--Key=value</c> or <c>--Key value</c>.</summary>
internal sealed class CommandLine
{
    public const string Check = "--check";
    public const string HealthCheck = "--healthcheck";

    public const string Help = "--help";
    public const string Version = "--version";
    public const string Schema = "schema";

    private static readonly string[] Commands = [Check, HealthCheck, Help, Version, Schema];

    // The settings of ASP.NET Core and of its host, without those of sections.
    private static readonly string[] Known =
    [
        "urls", "http_ports", "https_ports", "environment", "contentRoot", "applicationName", "webroot", "AllowedHosts", "Logging",
        "Kestrel", "detailedErrors", "captureStartupErrors", "preferHostingUrls", "shutdownTimeoutSeconds", "startupAssembly",
        "hostingStartupAssemblies", "hostingStartupExcludeAssemblies", "preventHostingStartup", "suppressStatusMessages", "hostBuilder",
        "https_port",
    ];

    // OpenTelemetry's variables may be given as settings. Which there are depends on its version.
    private const string OpenTelemetry = "OTEL_";

    private readonly List<string> _errors = [];
    private readonly List<string> _settings = [];
    private readonly List<string> _keys = [];

    private CommandLine()
    {
    }

    /// <summary>The command, or null if the gateway is to serve.</summary>
    public string? Command { get; private set; }

    /// <summary>Whether Cloudflare is called.</summary>
    public bool NeedsCloudflare => Command is null or Check;

    /// <summary>The settings alone, as the configuration reads them.</summary>
    public string[] Settings => [.. _settings];

    public static CommandLine Read(string[] args)
    {
        var line = new CommandLine();
        if (args is [Schema, ..])
        {
            line.Command = Schema;
            return line;
        }

        for (var index = 0; index < args.Length; index++)
        {
            line.Add(args, ref index);
        }

        return line;
    }

    /// <summary>A line for each argument that is wrong.</summary>
    /// <param name="roots">The gateway's own sections.</param>
    public IReadOnlyList<string> Errors(IReadOnlyList<string> roots)
    {
        string[] known = [.. Known, .. roots];
        return
        [
            .. _errors,
            .. _keys.Where(key => !IsKnown(key.Split(':')[0])).Select(key => key.Contains(':')
                ? SettingsCheck.UnknownSection(key.Split(':')[0], known)
                : Unknown($"--{key}", Commands.Concat(known.Select(static name => $"--{name}")))),
        ];

        bool IsKnown(string name) => known.Contains(name, StringComparer.OrdinalIgnoreCase)
            || name.StartsWith(OpenTelemetry, StringComparison.Ordinal);
    }

    private void Add(string[] args, ref int index)
    {
        var argument = args[index] is "-h" or "-?" or "/?" ? Help : args[index];
        if (Commands.Contains(argument, StringComparer.Ordinal))
        {
            if (Command is not null && Command != argument)
            {
                _errors.Add($"`{Command}` and `{argument}` don't go together.");
                return;
            }

            if (argument == Schema)
            {
                _errors.Add($"`{Schema}` goes before all other arguments.");
                return;
            }

            Command = argument;
            return;
        }

        if (!argument.StartsWith("--", StringComparison.Ordinal))
        {
            // It may be the rest of a secret with a space, so it is quoted only where a command is expected.
            _errors.Add(index == 0 && !argument.Contains('=')
                ? Unknown(argument, Commands)
                : $"Argument {index + 1} is neither a command nor a setting such as `--urls=http://127.0.0.1:8080`.");
            return;
        }

        var end = argument.IndexOf('=', StringComparison.Ordinal);
        var key = argument[2..(end < 0 ? argument.Length : end)];
        _keys.Add(key);
        if (end >= 0)
        {
            _settings.Add(argument);
        }
        else if (index + 1 < args.Length && !args[index + 1].StartsWith("--", StringComparison.Ordinal))
        {
            _settings.AddRange(argument, args[++index]);
        }
        else if (key.Contains(':') || Known.Contains(key, StringComparer.OrdinalIgnoreCase))
        {
            _errors.Add($"`{argument}` has no value: write `{argument}=value`.");
        }
    }

    private static string Unknown(string argument, IEnumerable<string> known) =>
        $"There is no `{argument}`; the nearest is `{SettingsCheck.Nearest(argument, known)}`. `{Help}` lists what there is.";
}
