using System.Globalization;
using Gateway.Time;
using Microsoft.Extensions.Options;

namespace Gateway.Upstream.Client;

/// <summary>
/// Logs what failed and why, in a sentence: each kind of failure of an endpoint at most once in ten seconds, with the number of the others.
/// Texts of Cloudflare's answers are not logged, since they may quote what a caller sent; its codes are.
/// </summary>
internal sealed partial class FailureLog(
    ILogger<CloudflareClient> logger, IOptions<CloudflareOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly LogThrottle<(string Endpoint, FailureKind Kind, ConnectionFault? Fault, int? Status)> _throttle = new(Interval, time);

    private readonly Uri _target = new(options.Value.BaseUrl);
    private readonly Uri _hop = CloudflareProxy.NextHop(options.Value);

    /// <param name="endpoint">The endpoint that was called.</param>
    /// <param name="failure">The failure.</param>
    public void Add(CloudflareEndpoint endpoint, Failure failure)
    {
        if (_throttle.TryPass((endpoint.Name, failure.Kind, failure.Connection, failure.Cloudflare?.Status), out var suppressed))
        {
            var why = failure.Connection is { } fault ? fault.Describe(_target, _hop) : Why(failure);
            var ray = failure.Cloudflare?.Ray is { } value ? $", ray {value}" : "";
            var others = suppressed == 0 ? "" : FormattableString.Invariant($"; {suppressed} more since this was last logged");
            var isTrouble = failure.Kind
                is FailureKind.UpstreamTimeout or FailureKind.UpstreamUnavailable or FailureKind.UpstreamInvalidResponse;
            Failed(logger, isTrouble ? LogLevel.Warning : LogLevel.Information, endpoint.Name, why + ray, failure.Kind, others);
        }
    }

    private static string Why(Failure failure) => failure switch
    {
        { Cloudflare: { Errors: [_, ..] errors } answer } => string.Create(
            CultureInfo.InvariantCulture, $"{Meaning(failure)}, status {answer.Status}, codes {string.Join(' ', errors.Select(CodeOf))}"),
        { Cloudflare: { } answer } => string.Create(CultureInfo.InvariantCulture, $"{Meaning(failure)}, status {answer.Status}"),
        _ => Meaning(failure),
    };

    private static string Meaning(Failure failure) => failure.Kind switch
    {
        FailureKind.Unauthenticated => "Cloudflare does not accept the caller's credential",
        FailureKind.Forbidden => "the caller's credential lacks a permission",
        FailureKind.NotFound => "Cloudflare does not know what was asked for",
        FailureKind.RateLimited => "Cloudflare limits the rate of the caller's credential",
        FailureKind.UpstreamRejected => "Cloudflare rejected the request",
        FailureKind.UpstreamInvalidResponse => "Cloudflare's answer is not what this endpoint promises",
        FailureKind.UpstreamTimeout => "Cloudflare did not answer in time",
        FailureKind.UpstreamUnavailable when failure.Cloudflare is null => "Cloudflare failed the call",
        FailureKind.UpstreamUnavailable => "Cloudflare, or something in front of it, is in trouble",
        _ => "the call failed",
    };

    private static string CodeOf(CloudflareMessage message) => message.Code?.ToString(CultureInfo.InvariantCulture) ?? "none";

    [LoggerMessage(EventId = 1001, Message = "Call to {Endpoint} failed: {Why} ({Kind}){Others}")]
    private static partial void Failed(ILogger logger, LogLevel level, string endpoint, string why, FailureKind kind, string others);
}
