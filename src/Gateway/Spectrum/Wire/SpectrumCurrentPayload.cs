using System.Collections.Immutable;
using Gateway.Caching;
using Gateway.Spectrum.Responses;
using Gateway.Upstream;
using PolyType;

namespace Gateway.Spectrum.Wire;

/// <summary>A response of the <c>current</c> endpoint, as stored in the distributed tier.</summary>
[GenerateShape]
internal sealed partial record SpectrumCurrentPayload(SpectrumCurrentApp[] Apps, ImmutableArray<CloudflareMessage> Messages)
{
    public static byte[] Write(SpectrumCurrentResponse response) =>
        Payload.Serializer.Serialize(new SpectrumCurrentPayload(response.Apps, response.Messages));

    public static SpectrumCurrentResponse Read(ReadOnlyMemory<byte> payload, string zoneId, DateTimeOffset receivedAt)
    {
        var read = Payload.Serializer.Deserialize<SpectrumCurrentPayload>(payload)!;
        return new SpectrumCurrentResponse([.. read.Apps.Select(app => app with { ZoneId = zoneId })], read.Messages, receivedAt);
    }
}
