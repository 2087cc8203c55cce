using System.Collections.Immutable;
using Gateway.Caching;
using Gateway.Radar.Inputs;
using Gateway.Upstream;

namespace Gateway.Radar.Requests;

/// <summary>A request that keeps all rules: what Cloudflare is asked, and the caller's own names of the series.</summary>
internal sealed record CtTimeseriesRequest(CtTimeseriesQuery Query, ImmutableArray<string> Labels)
{
    public const int MaxSeries = 20;

    /// <summary>From either form of the arguments: the lists, or <c>series</c>.</summary>
    public static Result<CtTimeseriesRequest> Create(CtAggInterval? aggInterval, CtSeriesLists lists, IReadOnlyList<CtSeriesInput>? series)
    {
        var isTyped = series is not null;
        if (isTyped && lists.First is { } list)
        {
            return Failure.BadInput(
                "series", $"`series` cannot stand together with `{list}`: give each series one object, or all of them lists.");
        }

        if (series is null && !lists.ToSeries().IsSuccess(out series, out var failure))
        {
            return failure;
        }

        if (series.Count is 0 or > MaxSeries)
        {
            return Failure.BadInput(
                isTyped ? "series" : lists.First!,
                FormattableString.Invariant($"A request has 1 to {MaxSeries} series; this one has {series.Count}."));
        }

        return new CtSeriesRules(series, isTyped).Check() is { } refusal
            ? refusal
            : new CtTimeseriesRequest(new CtTimeseriesQuery(aggInterval, series), CtSeriesRules.Labels(series));
    }
}

/// <summary>
/// The normal form: one <see cref="PathAndQuery"/>, and so one <see cref="Key"/>, where Cloudflare is asked the same, whatever form the
/// arguments had and whatever the series are called.
/// </summary>
internal sealed class CtTimeseriesQuery : ICacheableRequest
{
    /// <param name="aggInterval">Null: Cloudflare chooses.</param>
    /// <param name="series">Those of a request that keeps all rules; not changed again.</param>
    public CtTimeseriesQuery(CtAggInterval? aggInterval, IReadOnlyList<CtSeriesInput> series)
    {
        AggInterval = aggInterval;
        Series = series;
        PathAndQuery = Write(aggInterval, series);
        Key = KeyWriter.OfRequest(PathAndQuery);
    }

    public CtAggInterval? AggInterval { get; }

    public IReadOnlyList<CtSeriesInput> Series { get; }

    /// <summary>All of it, as it goes over the wire below the base address: every input in one order and one spelling.</summary>
    public string PathAndQuery { get; }

    public CacheKey Key { get; }

    string? ICacheableRequest.Zone => null;

    // Cloudflare matches by position: the i-th value of a repeated name belongs to the i-th series.
    private static string Write(CtAggInterval? aggInterval, IReadOnlyList<CtSeriesInput> series)
    {
        var target = new RequestTarget("radar/ct/timeseries").Add("aggInterval", aggInterval?.Wire());
        foreach (var input in CtInput.All)
        {
            for (var i = 0; i < series.Count; i++)
            {
                target.Add(input.Name, input.IsName ? CtSeriesNames.Of(i) : input.WireOf(series[i]));
            }
        }

        return target.ToString();
    }
}
