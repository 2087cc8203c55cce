using Gateway.Settings;

namespace Gateway.Telemetry;

/// <summary>
/// The <c>Telemetry</c> section of the configuration. Export by OTLP is switched on and configured by OpenTelemetry's own variables, such
/// as <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> (https://opentelemetry.io/docs/specs/otel/protocol/exporter/).
/// </summary>
internal sealed class TelemetryOptions
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
    /// <param name="configuration">The whole configuration, for the ports and the variable of OTLP.</param>
    /// <param name="errors">Collects what is wrong.</param>
    public static void Check(TelemetryOptions options, IConfiguration configuration, SettingErrors errors)
    {
        if (options.Prometheus is { } port)
        {
            errors.Between(port, 0, 65_535, $"{nameof(options)}.{nameof(Prometheus)}");
            if (PublicPorts.Of(configuration).Contains(port))
            {
                errors.Add(
                    FormattableString.Invariant($"{port} is a port that the gateway answers callers on, who must not see metrics. ")
                        + "Take another one, such as 9464.",
                    nameof(Prometheus));
            }
        }

        errors.Between(options.Clients.Length, 0, 100, $"{nameof(options)}.{nameof(Clients)}");
        if (Array.Exists(options.Clients, static name => name is not { Length: > 0 and <= 64 }))
        {
            errors.Add("Names of 1 to 64 characters are wanted.", nameof(Clients));
        }

        if (configuration[OtlpEndpoint] is { Length: > 0 } endpoint
            && !(Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            // The exporter would send to its default address.
            errors.Add(
                $"{OtlpEndpoint} is no http or https address such as http://localhost:4317.", $"({OtlpEndpoint})");
        }
    }
}
