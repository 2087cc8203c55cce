using System.Collections.Immutable;

namespace Gateway.Upstream;

/// <summary>What can be expected to go wrong between a caller and Cloudflare, in the words of <c>extensions.code</c>.</summary>
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

/// <summary>Something that went wrong, as a value; <see cref="FailureErrors"/> turns it into a GraphQL error.</summary>
internal sealed record Failure(FailureKind Kind, string Message)
{
    /// <summary>The argument that the gateway refuses, by its name in the schema.</summary>
    public string? Argument { get; init; }

    /// <summary>What Cloudflare said, where it answered.</summary>
    public CloudflareRefusal? Cloudflare { get; init; }

    /// <summary>When asking again makes sense.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>The permission that the endpoint needs, where the credential seems to lack it.</summary>
    public string? Permission { get; init; }

    /// <summary>Whether the gateway held the call back, so that nothing is known of what Cloudflare would have said.</summary>
    public bool IsUnsent { get; init; }

    public static Failure BadInput(string argument, string message) => new(FailureKind.BadUserInput, message) { Argument = argument };
}

/// <summary>An answer of Cloudflare's that is no success; the ray identifies it to Cloudflare's support.</summary>
internal sealed record CloudflareRefusal(int Status, string? Ray, ImmutableArray<CloudflareMessage> Errors);
