using System.Text.Json;
using Gateway.Caching;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;
using Gateway.Upstream;
using Gateway.Upstream.Json;

namespace Gateway.Spectrum.Wire;

/// <summary>
/// The query as echoed by a response, with Cloudflare's names. It defines the order of the response's dimensions and metrics, which may
/// differ from the request. A list that is missing, empty or of the wrong kind is taken from the request. Nothing else depends on the echo,
/// so any other member of the wrong kind is null. The distributed tier stores it.
/// </summary>
/// <param name="Dimensions">The names of each row's dimension values; null for a value that is not a name.</param>
/// <param name="Metrics">The names of each row's columns; null for a value that is not a name.</param>
internal sealed record SpectrumEcho(
    string?[] Dimensions, string?[] Metrics, string?[] Sort, string? Filters, int? Limit, DateTimeOffset? Since, DateTimeOffset? Until)
{
    // Far more than there are.
    private const int MaxNames = 1000;

    private static readonly JsonObjectReader<SpectrumEcho> Members = new(
        ("dimensions", static (ref json, echo) => echo with { Dimensions = ReadNames(ref json) ?? echo.Dimensions }),
        ("metrics", static (ref json, echo) => echo with { Metrics = ReadNames(ref json) ?? echo.Metrics }),
        ("sort", static (ref json, echo) => echo with { Sort = ReadNames(ref json) ?? echo.Sort }),
        ("filters", static (ref json, echo) => echo with { Filters = json.Text() }),
        ("limit", static (ref json, echo) => echo with { Limit = json.Integer() is >= 0 and var limit ? limit : null }),
        ("since", static (ref json, echo) => echo with { Since = json.Instant() }),
        ("until", static (ref json, echo) => echo with { Until = json.Instant() }));

    public static SpectrumEcho Of(SpectrumEventsRequest request) =>
        new(Names(request.Dimensions), Names(request.Metrics), [.. request.Sort.Select(sort => sort.Wire)], null, null, null, null);

    public static SpectrumEcho Of(SpectrumQuery query) => new(
        Names(query.Dimensions),
        Names(query.Metrics),
        [.. query.Sort.Select(sort => sort.Wire)],
        query.Filters,
        query.Limit,
        query.Since,
        query.Until);

    /// <summary>The echo in the distributed tier.</summary>
    public static SpectrumEcho Shape(ref Payload payload, SpectrumEcho? echo) => new(
        Names(ref payload, echo?.Dimensions),
        Names(ref payload, echo?.Metrics),
        Names(ref payload, echo?.Sort),
        payload.OptionalText(echo?.Filters),
        payload.OptionalInteger(echo?.Limit),
        payload.OptionalInstant(echo?.Since),
        payload.OptionalInstant(echo?.Until));

    public SpectrumEcho Read(ref JsonReader json) => Members.Read(ref json, this);

    public SpectrumQuery ToQuery() => new()
    {
        Dimensions = [.. Dimensions.Select(WireNames<SpectrumDimension>.Find).OfType<SpectrumDimension>()],
        Metrics = [.. Metrics.Select(WireNames<SpectrumMetric>.Find).OfType<SpectrumMetric>()],
        Sort = [.. Sort.Select(SpectrumSort.Find).OfType<SpectrumSort>()],
        Filters = Filters,
        Limit = Limit,
        Since = Since,
        Until = Until,
    };

    private static string[] Names<T>(IReadOnlyList<T> values)
        where T : struct, Enum =>
        [.. values.Select(WireNames.Wire)];

    private static string?[] Names(ref Payload payload, string?[]? names) =>
        payload.List(names, static (ref payload, name) => payload.OptionalText(name));

    private static string?[]? ReadNames(ref JsonReader json)
    {
        var names = new List<string?>();
        if (json.Enter(JsonTokenType.StartArray))
        {
            while (json.NextItem())
            {
                if (names.Count < MaxNames)
                {
                    names.Add(json.Text());
                }
                else
                {
                    json.Skip();
                }
            }
        }

        return names.Count > 0 ? [.. names] : null;
    }
}
