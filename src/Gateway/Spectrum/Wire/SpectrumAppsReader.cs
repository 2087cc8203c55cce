using System.Text.Json;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;
using Gateway.Upstream.Json;

namespace Gateway.Spectrum.Wire;

/// <summary>
/// Reads the <c>result</c> of a page of applications. An application must have an id; any other member that is missing or of another kind
/// is null.
/// </summary>
internal sealed class SpectrumAppsReader : IResultReader<SpectrumApp[]>
{
    // Cloudflare may ignore the size of the page that it was asked for.
    private const int MaxCount = SpectrumAppsRequest.PageSize * SpectrumAppsRequest.MaxPages;

    // An application has a few.
    private const int MaxTexts = 1000;

    private static readonly JsonObjectReader<SpectrumApp> Dns = new(
        ("name", static (ref json, app) => app with { DnsName = json.Text() }),
        ("type", static (ref json, app) => app with { DnsType = json.Text() }));

    private static readonly JsonObjectReader<SpectrumEdgeIps> EdgeIps = new(
        ("type", static (ref json, ips) => ips with { Type = json.Text() }),
        ("connectivity", static (ref json, ips) => ips with { Connectivity = json.Text() }),
        ("ips", static (ref json, ips) => ips with { Ips = ReadTexts(ref json) }));

    private static readonly JsonObjectReader<SpectrumOriginDns> OriginDns = new(
        ("name", static (ref json, dns) => dns with { Name = json.Text() }),
        ("ttl", static (ref json, dns) => dns with { Ttl = json.Integer() }),
        ("type", static (ref json, dns) => dns with { Type = json.Text() }));

    private static readonly JsonObjectReader<SpectrumApp> Members = new(
        ("id", static (ref json, app) => app with { Id = json.Text() ?? "" }),
        ("dns", static (ref json, app) => Dns.Read(ref json, app)),
        ("protocol", static (ref json, app) => app with { Protocol = json.Text() }),
        ("created_on", static (ref json, app) => app with { CreatedOn = json.Instant() }),
        ("modified_on", static (ref json, app) => app with { ModifiedOn = json.Instant() }),
        ("traffic_type", static (ref json, app) => app with { TrafficType = json.Text() }),
        ("tls", static (ref json, app) => app with { Tls = json.Text() }),
        ("proxy_protocol", static (ref json, app) => app with { ProxyProtocol = json.Text() }),
        ("edge_ips", static (ref json, app) => app with { EdgeIps = IsObject(json) ? EdgeIps.Read(ref json, new()) : null }),
        ("origin_direct", static (ref json, app) => app with { OriginDirect = ReadTexts(ref json) }),
        ("origin_dns", static (ref json, app) => app with { OriginDns = IsObject(json) ? OriginDns.Read(ref json, new()) : null }),
        ("origin_port", static (ref json, app) => app with { OriginPort = json.TextOrNumber() }),
        ("argo_smart_routing", static (ref json, app) => app with { ArgoSmartRouting = json.Boolean() }),
        ("ip_firewall", static (ref json, app) => app with { IpFirewall = json.Boolean() }),
        ("virtual_network_id", static (ref json, app) => app with { VirtualNetworkId = json.TextUnlessEmpty() }));

    public SpectrumApp[]? Read(ref JsonReader json)
    {
        if (json.Token is not JsonTokenType.StartArray)
        {
            return null;
        }

        var apps = new List<SpectrumApp>();
        while (json.NextItem())
        {
            var app = Members.Read(ref json, new() { Id = "" });
            apps.Add(app.Id.Length > 0 && apps.Count < MaxCount
                ? app
                : throw JsonReader.Invalid("An application has no id, or there are too many of them."));
        }

        return [.. apps];
    }

    // A value of another kind is skipped by the reader of objects.
    private static bool IsObject(JsonReader json) => json.Token is JsonTokenType.StartObject;

    private static string[] ReadTexts(ref JsonReader json)
    {
        var texts = new List<string>();
        if (json.Enter(JsonTokenType.StartArray))
        {
            while (json.NextItem())
            {
                if (texts.Count == MaxTexts)
                {
                    throw JsonReader.Invalid("A list is too long.");
                }

                if (json.Text() is { } text)
                {
                    texts.Add(text);
                }
            }
        }

        return [.. texts];
    }
}
