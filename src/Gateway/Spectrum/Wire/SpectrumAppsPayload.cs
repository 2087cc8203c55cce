using System.Collections.Immutable;
using Gateway.Caching;
using Gateway.Spectrum.Responses;
using Gateway.Upstream;

namespace Gateway.Spectrum.Wire;

/// <summary>The applications of a zone, as stored in the distributed tier.</summary>
internal static class SpectrumAppsPayload
{
    public static byte[] Write(SpectrumAppsResponse response) =>
        Payload.Write((response.Apps, response.IsTruncated), response.Messages, Shape);

    public static SpectrumAppsResponse Read(ReadOnlyMemory<byte> payload, DateTimeOffset receivedAt)
    {
        var ((apps, isTruncated), messages) = Payload.Read<(SpectrumApp[], bool)>(payload, Shape);
        return Response(apps, isTruncated, messages, receivedAt);
    }

    public static SpectrumAppsResponse Response(
        SpectrumApp[] apps, bool isTruncated, ImmutableArray<CloudflareMessage> messages, DateTimeOffset receivedAt) =>
        new(apps, isTruncated, messages, receivedAt, new(() => Payload.Digest(Payload.Write((apps, isTruncated), [], Shape))));

    private static (SpectrumApp[] Apps, bool IsTruncated) Shape(ref Payload payload, (SpectrumApp[]? Apps, bool IsTruncated) list) =>
        (payload.List(list.Apps, App), payload.Flag(list.IsTruncated));

    private static SpectrumApp App(ref Payload payload, SpectrumApp? app) => new()
    {
        Id = payload.Text(app?.Id),
        DnsName = payload.OptionalText(app?.DnsName),
        DnsType = payload.OptionalText(app?.DnsType),
        Protocol = payload.OptionalText(app?.Protocol),
        CreatedOn = payload.OptionalInstant(app?.CreatedOn),
        ModifiedOn = payload.OptionalInstant(app?.ModifiedOn),
        TrafficType = payload.OptionalText(app?.TrafficType),
        Tls = payload.OptionalText(app?.Tls),
        ProxyProtocol = payload.OptionalText(app?.ProxyProtocol),
        EdgeIps = payload.Optional(app?.EdgeIps, static (ref payload, edge) => new SpectrumEdgeIps
        {
            Type = payload.OptionalText(edge?.Type),
            Connectivity = payload.OptionalText(edge?.Connectivity),
            Ips = payload.Texts(edge?.Ips),
        }),
        OriginDirect = payload.Texts(app?.OriginDirect),
        OriginDns = payload.Optional(app?.OriginDns, static (ref payload, origin) => new SpectrumOriginDns
        {
            Name = payload.OptionalText(origin?.Name),
            Ttl = payload.OptionalInteger(origin?.Ttl),
            Type = payload.OptionalText(origin?.Type),
        }),
        OriginPort = payload.OptionalText(app?.OriginPort),
        ArgoSmartRouting = payload.OptionalFlag(app?.ArgoSmartRouting),
        IpFirewall = payload.OptionalFlag(app?.IpFirewall),
        VirtualNetworkId = payload.OptionalText(app?.VirtualNetworkId),
    };
}
