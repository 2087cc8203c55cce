using Gateway.Spectrum.Filters;
using Gateway.Spectrum.Inputs;

namespace Gateway.Spectrum.Requests;

/// <summary>The arguments of <c>spectrumBytime</c> and <c>spectrumSummary</c>, as given by the caller.</summary>
internal sealed record SpectrumEventsArguments(string ZoneId, SpectrumTimeDelta TimeDelta)
{
    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? Until { get; init; }

    /// <summary>The length of a window up to now, in the notation of <see cref="WindowSyntax"/>.</summary>
    public string? Window { get; init; }

    /// <summary>How much earlier the window is, in the same notation.</summary>
    public string? Shift { get; init; }

    public IReadOnlyList<SpectrumDimension>? Dimensions { get; init; }

    /// <summary>The metrics of the argument, or else the metrics that the query selects, or that filters and orders name.</summary>
    public IReadOnlyList<SpectrumMetric>? Metrics { get; init; }

    /// <summary>What filters and orders of rows and points name; null for nothing.</summary>
    public RowFields? Named { get; init; }

    public string? Filters { get; init; }

    public SpectrumWhereInput? Where { get; init; }

    public IReadOnlyList<SpectrumSort>? Sort { get; init; }

    public int? Limit { get; init; }

    /// <summary>Reads the arguments of a field of the query, which has the zone's id among them.</summary>
    public static SpectrumEventsArguments Of(IResolverContext context) => Of(context, context.ArgumentValue<string>("zoneId"));

    public static SpectrumEventsArguments Of(IResolverContext context, string zoneId)
    {
        var selected = SelectedFields.Of(context);
        return new(zoneId, context.ArgumentValue<SpectrumTimeDelta?>("timeDelta") ?? SpectrumTimeDelta.Hour)
        {
            Named = selected.Named,
            Since = context.ArgumentValue<DateTimeOffset?>("since"),
            Until = context.ArgumentValue<DateTimeOffset?>("until"),
            Window = context.ArgumentValue<string?>("window"),
            Shift = context.ArgumentValue<string?>("shift"),
            Dimensions = context.ArgumentValue<IReadOnlyList<SpectrumDimension>?>("dimensions"),
            Metrics = context.ArgumentValue<IReadOnlyList<SpectrumMetric>?>("metrics") is { Count: > 0 } given ? given : selected.Metrics,
            Filters = context.ArgumentValue<string?>("filters"),
            Where = context.ArgumentValue<SpectrumWhereInput?>("where"),
            Sort = context.ArgumentValue<IReadOnlyList<SpectrumSort>?>("sort"),
            Limit = context.ArgumentValue<int?>("limit"),
        };
    }
}
