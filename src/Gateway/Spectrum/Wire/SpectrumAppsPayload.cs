using System.Collections.Immutable;
using Gateway.Caching;
using Gateway.Spectrum.Responses;
using Gateway.Upstream;
using PolyType;

namespace Gateway.Spectrum.Wire;

/// <summary>The applications of a zone, as stored in the distributed tier.</summary>
[GenerateShape]
internal sealed partial record SpectrumAppsPayload(SpectrumApp[] Apps, bool IsTruncated, ImmutableArray<CloudflareMessage> Messages)
{
    public static byte[] Write(SpectrumAppsResponse response) =>
        Payload.Serializer.Serialize(new SpectrumAppsPayload(response.Apps, response.IsTruncated, response.Messages));

    public static SpectrumAppsResponse Read(ReadOnlyMemory<byte> payload, DateTimeOffset receivedAt) =>
        Payload.Serializer.Deserialize<SpectrumAppsPayload>(payload)!.Response(receivedAt);

    public SpectrumAppsResponse Response(DateTimeOffset receivedAt) =>
        new(Apps, IsTruncated, Messages, receivedAt, new(() => Payload.Digest(Payload.Serializer.Serialize(this with { Messages = [] }))));
}
