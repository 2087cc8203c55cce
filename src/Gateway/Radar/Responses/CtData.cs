namespace Gateway.Radar.Responses;

/// <summary>
/// The data of a response. It is immutable and shared by requests, so nothing in it depends on the caller or the request's form.
/// </summary>
/// <param name="Series">The series, in the order of the request. Series that Cloudflare adds come last.</param>
internal sealed record CtData<TSeries>(CtMeta Meta, IReadOnlyList<TSeries> Series)
    where TSeries : class, ICtWireSeries;
