using System.Collections.Immutable;
using System.Text.Json.Serialization.Metadata;

namespace Gateway.Cloudflare;

/// <summary>A success: the <c>result</c> of Cloudflare's envelope, and what it said beside it.</summary>
internal sealed record CloudflareReply<TResult>(TResult Result, ImmutableArray<CloudflareMessage> Messages, DateTimeOffset ReceivedAt, string? Ray);

/// <summary>Calls Cloudflare with a caller's own credential, and reads its envelopes.</summary>
internal sealed class CloudflareClient
{
    /// <param name="endpoint">Which of the two endpoints is called.</param>
    /// <param name="pathAndQuery">Below the base address, without a leading slash, percent-encoded: <c>radar/ct/timeseries?…</c>.</param>
    /// <param name="credential">Sent with this call and nowhere else.</param>
    /// <param name="resultType">How <c>result</c> is read.</param>
    /// <param name="cancellationToken">Ends the call; the exception goes on to the caller.</param>
    public Task<Result<CloudflareReply<TResult>>> GetAsync<TResult>(
        CloudflareEndpoint endpoint,
        string pathAndQuery,
        Credential credential,
        JsonTypeInfo<TResult> resultType,
        CancellationToken cancellationToken)
        where TResult : class
        => throw new NotImplementedException();
}
