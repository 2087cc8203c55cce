using System.Text.Json;
using Gateway.Spectrum.Responses;
using Gateway.Upstream.Json;

namespace Gateway.Spectrum.Wire;

/// <summary>
/// Reads the <c>result</c> of the <c>current</c> endpoint: a list of applications. All members of an application are required.
/// </summary>
/// <param name="zoneId">The zone of the request.</param>
internal sealed class SpectrumCurrentReader(string zoneId) : IResultReader<SpectrumCurrentApp[]>
{
    // Far more than a zone has. Also bounds the memory for a list of "{},".
    private const int MaxCount = 10_000;

    private static readonly JsonObjectReader<Members> Table = new(
        ("appID", static (ref json, app) => app with { AppId = json.Text() }),
        ("connections", static (ref json, app) => app with { Connections = json.Number() }),
        ("bytesIngress", static (ref json, app) => app with { BytesIngress = json.Number() }),
        ("bytesEgress", static (ref json, app) => app with { BytesEgress = json.Number() }),
        ("durationAvg", static (ref json, app) => app with { DurationAvg = json.Number() }));

    public SpectrumCurrentApp[]? Read(ref JsonReader json)
    {
        if (json.Token is not JsonTokenType.StartArray)
        {
            return null;
        }

        var apps = new List<SpectrumCurrentApp>();
        while (json.NextItem())
        {
            apps.Add(apps.Count < MaxCount ? ReadApp(ref json) : throw JsonReader.Invalid("There are too many applications."));
        }

        return [.. apps];
    }

    private SpectrumCurrentApp ReadApp(ref JsonReader json) => Table.Read(ref json, new(null, null, null, null, null)) is
    {
        AppId: { } id, Connections: { } connections, BytesIngress: { } ingress, BytesEgress: { } egress, DurationAvg: { } duration,
    }
        ? new SpectrumCurrentApp
        {
            ZoneId = zoneId,
            AppId = id,
            Connections = connections,
            BytesIngress = ingress,
            BytesEgress = egress,
            DurationAvg = duration,
        }
        : throw JsonReader.Invalid("An application lacks a member.");

    private sealed record Members(string? AppId, double? Connections, double? BytesIngress, double? BytesEgress, double? DurationAvg);
}
