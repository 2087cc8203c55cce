using Gateway.GraphQL.Persisted;
using Gateway.Settings;

namespace Gateway.Hosting;

/// <summary>What the program does in place of serving.</summary>
internal static class Commands
{
    private const string Usage = """
        A GraphQL endpoint over Cloudflare's REST APIs.

        Usage:
          gateway [--Key=value ...]            Serves until it is stopped (SIGTERM or Ctrl+C).
          gateway --check [--Key=value ...]    Prints the settings, and tries Cloudflare and Redis. Exit code 1 if one fails.
          gateway --healthcheck [--Key=value]  Asks the gateway here with the same settings whether it is alive. Exit code 1 if not.
          gateway schema print                 Prints the schema.
          gateway schema export --output FILE  Writes the schema to a file.
          gateway --version, gateway --help

        Settings are read from appsettings.json, then from the environment (Cloudflare__Deadline=00:00:10), then from the command line
        (--Cloudflare:Deadline=00:00:10). Durations are hours:minutes:seconds. Sizes are bytes, or such as 64MiB. A list is one value, or
        Key:0, Key:1 and so on (Key__0 in the environment).


        """;

    private const int Width = 40;

    /// <summary>Keeps the host from logging what fails the start, with its stack trace. <see cref="ServeAsync"/> tells it.</summary>
    public static void AddStartLog(this WebApplicationBuilder builder)
    {
        var start = new Start();
        builder.Services.AddSingleton(start);
        // This filter takes the place of the settings for this category.
        var isVerbose = builder.Configuration["Logging:LogLevel:Default"] is nameof(LogLevel.Trace) or nameof(LogLevel.Debug);
        builder.Logging.AddFilter(
            "Microsoft.Extensions.Hosting.Internal.Host",
            level => level == LogLevel.Error ? start.IsOver : isVerbose || level > LogLevel.Debug);
    }

    /// <summary>Refuses to start with wrong settings, or runs the command.</summary>
    /// <returns>The exit code; null if the gateway is to serve.</returns>
    public static async Task<int?> RunCommandAsync(this WebApplication app, CommandLine line, string[] args)
    {
        var check = new SettingsCheck(app.Services.GetServices<SettingsSection>(), app.Configuration);
        switch (line.Command)
        {
            case CommandLine.Help:
                await Console.Out.WriteLineAsync(Usage + Lines("Settings and their defaults:", check.Defaults, static _ => "  "));
                return 0;

            case CommandLine.Version:
                await Console.Out.WriteLineAsync($"gateway {typeof(Commands).Assembly.GetName().Version?.ToString(3)}");
                return 0;

            case CommandLine.Schema:
                return await app.RunWithGraphQLCommandsAsync(args);
        }

        var errors = line.Errors(check.Roots).Concat(check.Errors(app.Services)).Concat(ListenAddress.Errors(app.Configuration))
            .Distinct().ToArray();
        if (errors.Length > 0)
        {
            await Console.Error.WriteLineAsync(string.Join('\n', errors));
            return 1;
        }

        return line.Command is CommandLine.Check ? await TryConnectionsAsync(app, check) : null;
    }

    /// <summary>
    /// Serves until the process is asked to stop. An address that is taken, or a document that is wrong, is told in one line.
    /// </summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> ServeAsync(this WebApplication app, string[] args, IServiceCollection services)
    {
        // Taken here: a start that fails disposes the services.
        var started = app.Lifetime.ApplicationStarted;
        var start = app.Services.GetRequiredService<Start>();
        using var registration = started.Register(() => start.IsOver = true);
        try
        {
            await app.WarmUpAsync(services);
            return await app.RunWithGraphQLCommandsAsync(args);
        }
        catch (Exception exception) when (
            exception is IOException or UnauthorizedAccessException or TrustedDocumentException && !started.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync($"The gateway does not start: {exception.Message}");
            return 1;
        }
    }

    private static async Task<int> TryConnectionsAsync(WebApplication app, SettingsCheck check)
    {
        await Console.Out.WriteLineAsync(Lines(
            "Settings that hold (* set, else the default):",
            check.Effective(app.Services),
            setting => setting.IsSet(app.Configuration) ? "* " : "  "));
        await Console.Out.WriteLineAsync();
        var code = 0;
        foreach (var connection in app.Services.GetServices<IConnectionCheck>())
        {
            await foreach (var result in connection.RunAsync(CancellationToken.None))
            {
                code = result.IsOk ? code : 1;
                await Console.Out.WriteLineAsync($"{(result.IsOk ? "ok    " : "FAILED")}  {result.Subject,-12}{result.Text}");
            }
        }

        return code;
    }

    private static string Lines(string title, IEnumerable<Setting> settings, Func<Setting, string> mark) => string.Join(
        '\n', settings.Select(setting => $"{mark(setting)}{setting.Key.PadRight(Width)} {setting.Shown}".TrimEnd()).Prepend(title));

    /// <summary>Whether this host has started. A process may have several.</summary>
    private sealed class Start
    {
        private volatile bool _isOver;

        public bool IsOver
        {
            get => _isOver;
            set => _isOver = value;
        }
    }
}
