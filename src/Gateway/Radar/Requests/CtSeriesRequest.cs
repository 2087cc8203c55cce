using System.Collections.Immutable;
using Gateway.Caching;
using Gateway.Radar.Inputs;
using Gateway.Upstream;

namespace Gateway.Radar.Requests;

/// <summary>A valid request: the calls that it takes, and where each of its series is in them.</summary>
internal sealed class CtSeriesRequest(ImmutableArray<CtSeriesQuery> parts, ImmutableArray<CtAskedSeries> series)
{
    private const int MinLimitPerGroup = 2;

    private object[] _mix = [];

    /// <summary>The queries for Cloudflare, one for each call, in the order of their first series in the request.</summary>
    public ImmutableArray<CtSeriesQuery> Parts => parts;

    /// <summary>The series, in the order of the request.</summary>
    public ImmutableArray<CtAskedSeries> Series => series;

    /// <summary>What is asked of each series.</summary>
    public CtQuestion Question => parts[0].Question;

    /// <summary>Gets the request of a field's arguments, which is derived once for a prepared operation.</summary>
    public static Result<CtSeriesRequest> Of(IResolverContext context) => Of(context, static context => Create(
        CtQuestion.Timeseries(context.ArgumentValue<CtAggInterval?>("aggInterval")), CtPositionalLists.Read(context), SeriesOf(context)));

    /// <summary>The same for groups over time.</summary>
    public static Result<CtSeriesRequest> OfGroups(IResolverContext context) => Of(context, static context => Create(
        CtQuestion.Groups(
            context.ArgumentValue<CtDimension>("dimension"),
            context.ArgumentValue<CtAggInterval?>("aggInterval"),
            context.ArgumentValue<int?>("limitPerGroup"),
            context.ArgumentValue<CtGroupNormalization?>("normalization")),
        CtPositionalLists.None,
        SeriesOf(context)));

    /// <summary>The same for groups of the whole period.</summary>
    public static Result<CtSeriesRequest> OfSummary(IResolverContext context) => Of(context, static context => Create(
        CtQuestion.Summaries(
            context.ArgumentValue<CtDimension>("dimension"),
            context.ArgumentValue<int?>("limitPerGroup"),
            context.ArgumentValue<CtGroupNormalization?>("normalization")),
        CtPositionalLists.None,
        SeriesOf(context)));

    /// <summary>Creates a request from either form of the arguments: the lists or <c>series</c>.</summary>
    public static Result<CtSeriesRequest> Create(CtQuestion question, CtPositionalLists lists, IReadOnlyList<CtSeriesInput>? series)
    {
        if (question.LimitPerGroup < MinLimitPerGroup)
        {
            return Failure.BadInput(
                "limitPerGroup",
                FormattableString.Invariant($"`limitPerGroup` must be at least {MinLimitPerGroup}; it is {question.LimitPerGroup}."));
        }

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

        if (series.Count is 0 or > CtInput.MaxSeries)
        {
            return Failure.BadInput(
                isTyped ? "series" : lists.First!,
                FormattableString.Invariant($"A request has 1 to {CtInput.MaxSeries} series; this one has {series.Count}."));
        }

        return new CtSeriesRules(series, isTyped, question.Dimension).Check() is { } refusal
            ? refusal
            : CtSeriesGrouping.Split(question, series);
    }

    /// <summary>The names of the series of a part, in the order of the request.</summary>
    public string[] LabelsOf(int part) => [.. Series.Where(series => series.Part == part).Select(static series => series.Label)];

    /// <summary>
    /// An object that stands for this request with these answers of its parts: the same one as long as all of them are the same.
    /// </summary>
    /// <param name="answers">What identifies the answers without keeping them alive.</param>
    public object MixOf(object[] answers)
    {
        var last = Volatile.Read(ref _mix);
        if (last.AsSpan().SequenceEqual(answers))
        {
            return last;
        }

        Volatile.Write(ref _mix, answers);
        return answers;
    }

    private static Result<CtSeriesRequest> Of(IResolverContext context, Func<IResolverContext, Result<CtSeriesRequest>> create) =>
        context.GetMemo<CtSeriesRequest>() is { } known ? known : context.SetMemo(create(context));

    private static IReadOnlyList<CtSeriesInput>? SeriesOf(IResolverContext context) =>
        context.ArgumentValue<IReadOnlyList<CtSeriesInput>?>("series");
}

/// <summary>A series of a request.</summary>
/// <param name="Label">The name in the response. The caller's names are not sent to Cloudflare.</param>
/// <param name="Part">The index of the part that asks for the series.</param>
/// <param name="Index">The index of the series within the part.</param>
internal readonly record struct CtAskedSeries(string Label, int Part, int Index);
