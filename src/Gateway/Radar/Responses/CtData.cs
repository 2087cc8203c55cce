namespace Gateway.Radar.Responses;

/// <summary>
/// An answer of Cloudflare's, parsed once and read by every request that it answers: nothing in it depends on who asked, or how.
/// </summary>
/// <param name="Series">In the order of the request; what Cloudflare adds beside them comes last.</param>
internal sealed record CtTimeseriesModel(CtMeta Meta, IReadOnlyList<CtColumns> Series);
