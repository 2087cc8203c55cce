using System.Collections.Immutable;
using Gateway.Radar.Responses;
using Gateway.Upstream;
using PolyType;

namespace Gateway.Radar.Wire;

/// <summary>
/// A response without series, as stored in the distributed tier. If the meaning of a member changes, the format version of the sealed entry
/// must change.
/// </summary>
internal sealed record CtCataloguePayload<TData>(TData Data, ImmutableArray<CloudflareMessage> Messages);

/// <summary>The generated shapes of the payloads.</summary>
[GenerateShapeFor<CtCataloguePayload<CtList<CtAuthority>>>]
[GenerateShapeFor<CtCataloguePayload<CtList<CtLog>>>]
[GenerateShapeFor<CtCataloguePayload<CtAuthorityData>>]
[GenerateShapeFor<CtCataloguePayload<CtLogData>>]
internal sealed partial class CtCatalogueShapes;
