using System.Collections.Immutable;

namespace Gateway.Upstream.Client;

/// <summary>A success: the <c>result</c> of Cloudflare's envelope, and what it said beside it.</summary>
internal sealed record CloudflareResponse<TResult>(TResult Result, ImmutableArray<CloudflareMessage> Messages, DateTimeOffset ReceivedAt);
