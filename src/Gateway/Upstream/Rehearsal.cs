namespace Gateway.Upstream;

/// <summary>
/// A query of a feature, and what Cloudflare may answer to its call. The start runs it, so that the first caller finds its code loaded.
/// </summary>
/// <param name="Query">The document, without variables.</param>
/// <param name="Answer">The body of Cloudflare's answer.</param>
internal sealed record Rehearsal(string Query, string Answer);
