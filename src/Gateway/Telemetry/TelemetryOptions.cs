using Gateway.Settings;
using PolyType;

namespace Gateway.Telemetry;

/// <summary>
/// The <c>Telemetry</c> section of the configuration. Export by OTLP is switched on and configured by OpenTelemetry's own variables, such
/// as <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> (https://opentelemetry.io/docs/specs/otel/protocol/exporter/).
/// </summary>
[GenerateShape]
internal sealed partial class TelemetryOptions
{
    public const string Section = "Telemetry";
    public const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>
    /// The port on which Prometheus reads <c>/metrics</c>, on all interfaces: 1 to 65,535, and none that the gateway answers callers on; 0
    /// takes a free one, which the log names. Default: none, which serves no metrics.
    /// </summary>
    public int? Prometheus { get; set; }

    /// <summary>Whether each request writes a line into the log: method, path, status and duration. Default: false.</summary>
    public bool AccessLog { get; set; }

    /// <summary>
    /// The names of clients that traces and metrics of HTTP requests tell, as clients send them in <c>GraphQL-Client-Id</c> or
    /// <c>apollographql-client-name</c>: up to 100. Others are not told, since anybody can send any name. Default: none.
    /// </summary>
    public string[] Clients { get; set; } = [];

    /// <param name="options">The options.</param>
    /// <param name="taken">The ports that the gateway listens on already.</param>
    /// <param name="errors">Collects what is wrong.</param>
    public static void Check(TelemetryOptions options, IReadOnlyCollection<int> taken, SettingErrors errors)
    {
        if (options.Prometheus is { } port)
        {
            errors.Between(port, 0, 65_535, $"{nameof(options)}.{nameof(Prometheus)}");
            if (taken.Contains(port))
            {
                errors.Add(
                    $"The gateway listens on `{port}` for others, who must not see metrics: take another port, such as `9464`.",
                    nameof(Prometheus));
            }
        }

        errors.Between(options.Clients.Length, 0, 100, $"{nameof(options)}.{nameof(Clients)}");
        if (Array.Exists(options.Clients, static name => name is not { Length: > 0 and <= 64 }))
        {
            errors.Add("Names of 1 to 64 characters are wanted.", nameof(Clients));
        }
    }

    /// <summary>Whether this is the address of a collector, or nothing. To anything else the exporter would prefer its default.</summary>
    public static bool IsCollector(string? endpoint) => string.IsNullOrEmpty(endpoint)
        || (Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https");
}
