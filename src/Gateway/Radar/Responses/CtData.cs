namespace Gateway.Radar.Responses;

/// <summary>
/// The data of a response. It never changes, and requests share it: nothing in it depends on who asked, or how.
/// </summary>
/// <param name="Series">In the order of the request; what Cloudflare adds beside them comes last.</param>
internal sealed record CtData(CtMeta Meta, IReadOnlyList<CtColumns> Series);
