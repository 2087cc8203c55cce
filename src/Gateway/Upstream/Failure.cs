using System.Collections.Immutable;

namespace Gateway.Upstream;

/// <summary>The kinds of expected failures. The names in upper snake case are the values of <c>extensions.code</c>.</summary>
internal enum FailureKind
{
    BadUserInput,
    Unauthenticated,
    UpstreamTimeout,
    UpstreamUnavailable,
    Overloaded,
    RateLimited,
    Forbidden,
    NotFound,
    UpstreamRejected,
    UpstreamInvalidResponse,
}

/// <summary>An expected failure, as a value. <see cref="FailureErrors"/> turns it into a GraphQL error.</summary>
internal sealed record Failure(FailureKind Kind, string Message)
{
    /// <summary>The schema's name of the argument that the gateway, or Cloudflare, rejects.</summary>
    public string? Argument { get; init; }

    /// <summary>The caller's names of the series that failed, if only a part of a field's series did.</summary>
    public IReadOnlyList<string>? Series { get; init; }

    /// <summary>A value of <see cref="Argument"/> to try, where Cloudflare rejected another.</summary>
    public string? Suggestion { get; init; }

    /// <summary>Cloudflare's error response; null if there was none.</summary>
    public CloudflareRefusal? Cloudflare { get; init; }

    /// <summary>After how many seconds a retry makes sense.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>The permission that the endpoint needs, if the credential seems to lack it.</summary>
    public string? Permission { get; init; }

    /// <summary>How the connection failed; null if it did not. Callers are not told.</summary>
    public ConnectionFault? Connection { get; init; }

    /// <summary>Whether the gateway did not send the call, so Cloudflare's answer is unknown.</summary>
    public bool IsUnsent { get; init; }

    /// <summary>Whether the caller's own calls brought this about: those of other callers may succeed.</summary>
    public bool IsOwnTrouble { get; init; }

    public static Failure BadInput(string argument, string message) => new(FailureKind.BadUserInput, message) { Argument = argument };
}

/// <summary>An error response of Cloudflare. The ray identifies it to Cloudflare's support.</summary>
internal sealed record CloudflareRefusal(int Status, string? Ray, ImmutableArray<CloudflareMessage> Errors);
