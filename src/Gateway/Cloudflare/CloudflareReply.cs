using System.Collections.Immutable;

namespace Gateway.Cloudflare;

/// <summary>A success: the <c>result</c> of Cloudflare's envelope, and what it said beside it.</summary>
internal sealed record CloudflareReply<TResult>(
    TResult Result, ImmutableArray<CloudflareMessage> Messages, DateTimeOffset ReceivedAt, string? Ray);
