using System.Globalization;
using Gateway.Upstream;

namespace Gateway.Tests.Caching.Model;

/// <summary>The outcome of a call.</summary>
public enum Outcome
{
    Granted,
    Unauthenticated,
    Forbidden,
    Rejected,
    ServerError,
    Invalid,
    Timeout,

    /// <summary>Not sent: no permit.</summary>
    NoPermit,

    /// <summary>Not sent: the circuit is open.</summary>
    CircuitOpen,

    /// <summary>429: the credential cools down.</summary>
    Limited,

    /// <summary>429, and for a shorter time.</summary>
    LimitedBriefly,
}

internal static class Outcomes
{
    private const string MessagePrefix = "call ";

    /// <summary>The cool-down of the credential after this outcome; null for none.</summary>
    public static TimeSpan? CoolDown(this Outcome outcome) => outcome switch
    {
        Outcome.Limited => TimeSpan.FromSeconds(20),
        Outcome.LimitedBriefly => TimeSpan.FromSeconds(5),
        _ => null,
    };

    /// <summary>The failure as reported by the client. Its message names the call, which shows if another caller gets it.</summary>
    public static Failure ToFailure(this Outcome outcome, int call)
    {
        var message = FormattableString.Invariant($"{MessagePrefix}{call}");
        return outcome switch
        {
            Outcome.Unauthenticated => Answered(FailureKind.Unauthenticated, 401),
            Outcome.Forbidden => Answered(FailureKind.Forbidden, 403),
            Outcome.Rejected => Answered(FailureKind.UpstreamRejected, 400),
            Outcome.ServerError => Answered(FailureKind.UpstreamUnavailable, 503),
            Outcome.Invalid => Answered(FailureKind.UpstreamInvalidResponse, 200),
            Outcome.Limited or Outcome.LimitedBriefly => Answered(FailureKind.RateLimited, 429),
            Outcome.Timeout => new Failure(FailureKind.UpstreamTimeout, message),
            Outcome.NoPermit => new Failure(FailureKind.Overloaded, message) { IsUnsent = true },
            Outcome.CircuitOpen => new Failure(FailureKind.UpstreamUnavailable, message) { IsUnsent = true },
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
        };

        Failure Answered(FailureKind kind, int status) => new(kind, message) { Cloudflare = new CloudflareRefusal(status, null, []) };
    }

    /// <summary>The number of the call that failed; 0 for the gateway's own failures.</summary>
    public static int CallOf(Failure failure) =>
        failure.Message.StartsWith(MessagePrefix, StringComparison.Ordinal)
            ? int.Parse(failure.Message.AsSpan(MessagePrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;
}
