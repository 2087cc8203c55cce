using Gateway.Caching;
using Gateway.Spectrum.Responses;

namespace Gateway.Spectrum.Wire;

/// <summary>The data of a response of the <c>current</c> endpoint, as stored in the distributed tier, without its zone.</summary>
internal static class SpectrumCurrentPayload
{
    public static byte[] Write(SpectrumCurrentResponse response) => Payload.Write(response.Apps, response.Messages, ShapeOf(""));

    public static SpectrumCurrentResponse Read(ReadOnlyMemory<byte> payload, string zoneId, DateTimeOffset receivedAt)
    {
        var (apps, messages) = Payload.Read(payload, ShapeOf(zoneId));
        return new SpectrumCurrentResponse(apps, messages, receivedAt);
    }

    private static PayloadShape<SpectrumCurrentApp[]> ShapeOf(string zoneId) =>
        (ref payload, apps) => payload.List(apps, (ref payload, app) => new SpectrumCurrentApp
        {
            AppId = payload.Text(app?.AppId),
            Connections = payload.Number(app?.Connections ?? 0),
            BytesIngress = payload.Number(app?.BytesIngress ?? 0),
            BytesEgress = payload.Number(app?.BytesEgress ?? 0),
            DurationAvg = payload.Number(app?.DurationAvg ?? 0),
            ZoneId = zoneId,
        });
}
