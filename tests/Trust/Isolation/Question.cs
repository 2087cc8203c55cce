using System.Globalization;
using System.Text.Json.Nodes;

namespace Trust.Tests.Isolation;

/// <summary>One root field with its arguments, and how to tell its answer: as Cloudflare gives it, and as the gateway does.</summary>
internal abstract record Question
{
    public abstract bool IsSpectrum { get; }

    /// <summary>The path and query of Cloudflare's endpoint.</summary>
    public abstract string Target { get; }

    /// <summary>The field with literal arguments.</summary>
    public abstract string Literal { get; }

    /// <summary>The values of <see cref="Documents"/>' variables.</summary>
    public abstract (string Name, JsonNode? Value)[] Variables { get; }

    /// <summary>What of Cloudflare's answer a caller has to see.</summary>
    public abstract string OfCloudflare(JsonNode result);

    /// <summary>The same of the gateway's answer.</summary>
    public abstract string OfGateway(JsonNode field);

    public sealed override string ToString() => Target;

    protected static string Text(JsonNode? number) => number!.GetValue<double>().ToString("R", CultureInfo.InvariantCulture);
}

internal sealed record SpectrumQuestion(string Zone, string Since, string Until, string? Dimension, int? Limit) : Question
{
    public const string Selection = "{ rows totals { count bytesIngress } data { points { count } } freshness { status } }";

    /// <summary>
    /// Windows long past: what was fetched once stays fresh, and Cloudflare's answer doesn't change. In a long run there are more answers
    /// than a replica's memory holds.
    /// </summary>
    private static readonly (string Since, string Until)[] Windows =
    [
        .. from number in Enumerable.Range(0, Math.Clamp(Settings.Requests / 2000, 2, 28))
           let day = $"2026-01-{1 + number:00}"
           select ($"{day}T00:00:00Z", $"{day}T0{3 + (number % 3)}:00:00Z"),
    ];

    private static readonly string[] Zones = [.. Enumerable.Range(1, 4).Select(number => $"{number:x32}")];

    /// <summary>All questions that are asked.</summary>
    public static SpectrumQuestion[] All { get; } =
    [
        .. from zone in Zones
           from window in Windows
           from form in ((string? Dimension, int? Limit)[])[(null, null), ("event", null), ("coloName", 2)]
           select new SpectrumQuestion(zone, window.Since, window.Until, form.Dimension, form.Limit),
    ];

    public override bool IsSpectrum => true;

    public override string Target =>
        $"zones/{Zone}/spectrum/analytics/events/bytime?time_delta=hour&metrics=count,bytesIngress&since={Since}&until={Until}"
        + (Dimension is null ? "" : $"&dimensions={Dimension}") + (Limit is null ? "" : $"&limit={Limit}");

    public override string Literal =>
        $"spectrumBytime(zoneId: \"{Zone}\", timeDelta: HOUR, since: \"{Since}\", until: \"{Until}\""
        + (Dimension is null ? "" : $", dimensions: [{EnumName}]") + (Limit is null ? "" : $", limit: {Limit}") + $") {Selection}";

    public override (string Name, JsonNode? Value)[] Variables =>
    [
        ("zone", Zone), ("since", Since), ("until", Until),
        ("dimensions", Dimension is null ? null : new JsonArray(EnumName)), ("limit", Limit),
    ];

    public override string OfCloudflare(JsonNode result) => string.Join('|',
    [
        Text(result["rows"]), Text(result["totals"]!["count"]), Text(result["totals"]!["bytesIngress"]),
        .. result["data"]!.AsArray().Select(row => string.Join(',', row!["metrics"]![0]!.AsArray().Select(Text))),
    ]);

    public override string OfGateway(JsonNode field) => string.Join('|',
    [
        Text(field["rows"]), Text(field["totals"]!["count"]), Text(field["totals"]!["bytesIngress"]),
        .. field["data"]!.AsArray().Select(row => string.Join(',', row!["points"]!.AsArray().Select(point => Text(point!["count"])))),
    ]);

    private string EnumName => Dimension == "event" ? "EVENT" : "COLO_NAME";
}

internal sealed record RadarQuestion(string Level, string Start, string End) : Question
{
    public const string Selection = "{ series { name values } freshness { status } }";

    /// <summary>All questions that are asked.</summary>
    public static RadarQuestion[] All { get; } =
    [
        .. from level in (string[])["DOMAIN", "ORGANIZATION", "EXTENDED"]
           from day in Enumerable.Range(1, 4)
           select new RadarQuestion(level, $"2026-01-0{day}T00:00:00Z", "2026-01-06T00:00:00Z"),
    ];

    public override bool IsSpectrum => false;

    public override string Target =>
        $"radar/ct/timeseries?name=series&aggInterval=1d&validationLevel={Level}&dateStart={Start}&dateEnd={End}";

    public override string Literal =>
        $"ctTimeseries(aggInterval: ONE_DAY, series: [{{ name: \"series\", validationLevel: {Level}, dateStart: \"{Start}\", "
        + $"dateEnd: \"{End}\" }}]) {Selection}";

    public override (string Name, JsonNode? Value)[] Variables =>
    [
        ("series", new JsonArray(new JsonObject
        {
            ["name"] = "series", ["validationLevel"] = Level, ["dateStart"] = Start, ["dateEnd"] = End,
        })),
    ];

    // Cloudflare writes these numbers as strings.
    public override string OfCloudflare(JsonNode result) => string.Join(',', result["series"]!["values"]!.AsArray()
        .Select(value => Text(JsonValue.Create(double.Parse(value!.GetValue<string>(), CultureInfo.InvariantCulture)))));

    public override string OfGateway(JsonNode field) =>
        string.Join(',', field["series"]![0]!["values"]!.AsArray().Select(Text));
}
