using Gateway.Columns;
using Gateway.Radar.Inputs;

namespace Gateway.Radar.Responses;

/// <summary>
/// An answer of Cloudflare's, parsed once and read by every request that it answers: nothing in it depends on who asked, or how.
/// </summary>
/// <param name="Series">In the order of the request; what Cloudflare adds beside them comes last.</param>
internal sealed record CtTimeseriesModel(CtMeta Meta, IReadOnlyList<CtColumns> Series);

/// <summary>A series as columns of one length.</summary>
/// <param name="WireName">What Cloudflare calls it: <see cref="CtSeriesNames.Of"/>, as a rule.</param>
/// <param name="Timestamps">One object for series that have the same.</param>
/// <param name="Values">Null where Cloudflare gave no number.</param>
internal sealed record CtColumns(string WireName, InstantColumn Timestamps, NumberColumn Values);
