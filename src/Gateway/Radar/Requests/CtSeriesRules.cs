using System.Collections.Immutable;
using Gateway.Radar.Inputs;
using Gateway.Upstream;

namespace Gateway.Radar.Requests;

/// <summary>Checks the rules between the inputs of a request, and writes the error messages.</summary>
/// <param name="series">The series, at least one, from either form of the arguments.</param>
/// <param name="isTyped">Whether the series were given as <c>series</c> and not as lists. Error messages name the inputs
/// accordingly.</param>
/// <param name="dimension">What the series are grouped by; null if they are not.</param>
internal readonly struct CtSeriesRules(IReadOnlyList<CtSeriesInput> series, bool isTyped, CtDimension? dimension = null)
{
    public Failure? Check() => CheckDates() ?? CheckFilters() ?? CheckTld() ?? CheckNames();

    /// <summary>The names in the response. A series without a name gets Cloudflare's default name.</summary>
    public static ImmutableArray<string> Labels(IReadOnlyList<CtSeriesInput> series) =>
        [.. series.Select((one, i) => one.Name ?? FormattableString.Invariant($"serie_{i}"))];

    private Failure? CheckDates()
    {
        for (var i = 0; i < series.Count; i++)
        {
            var (input, fault) = (series[i].DateRange, series[i].DateStart, series[i].DateEnd) switch
            {
                (not null, not null, _) or (not null, _, not null) =>
                    ("dateRange", "cannot stand together with `dateStart` and `dateEnd`: give one or the other"),
                ({ } range, _, _) when CtDateRangeSyntax.FaultOf(range) is { } wrong => ("dateRange", wrong),
                (null, null, not null) => ("dateEnd", "needs `dateStart` beside it"),
                (null, not null, null) => ("dateStart", "needs `dateEnd` beside it"),
                (_, { } start, { } end) when start > end => ("dateStart", "must not be after `dateEnd`"),
                _ => ("", null),
            };
            if (fault is not null)
            {
                return Refuse(input, i, fault);
            }
        }

        return null;
    }

    private Failure? CheckFilters()
    {
        foreach (var filter in CtInput.Filters)
        {
            for (var i = 0; i < series.Count; i++)
            {
                if (filter.IsText && filter.WireOf(series[i]) is { } value && CtText.FaultOfFilter(filter, value) is { } fault)
                {
                    return Refuse(filter.Name, i, fault);
                }
            }
        }

        return null;
    }

    // A dimension counts like the filter of its name.
    private Failure? CheckTld()
    {
        for (var i = 0; i < series.Count; i++)
        {
            var tld = series[i].Tld is not null;
            var other = series[i] switch
            {
                { Log: not null } => "log",
                { LogApi: not null } => "logApi",
                { LogOperator: not null } => "logOperator",
                { EntryType: not null } => "entryType",
                _ => null,
            };
            if (tld && other is not null)
            {
                return Refuse("tld", i, $"cannot stand together with `{other}`");
            }

            var input = dimension switch
            {
                CtDimension.TLD => other,
                CtDimension.LOG or CtDimension.LOG_API or CtDimension.LOG_OPERATOR or CtDimension.ENTRY_TYPE when tld => "tld",
                _ => null,
            };
            if (input is not null)
            {
                return Refuse(input, i, $"cannot stand together with `dimension: {dimension}`");
            }
        }

        return null;
    }

    private Failure? CheckNames()
    {
        var labels = Labels(series);
        for (var i = 0; i < labels.Length; i++)
        {
            var fault = CtText.FaultOf(labels[i])
                ?? (labels[i] == "meta" ? "must not be `meta`, which stands for the description of the answer" : null)
                ?? (labels.IndexOf(labels[i]) is var before && before < i ? FaultOfTwo(labels[i], before, i) : null);
            if (fault is not null)
            {
                return Refuse("name", i, fault);
            }
        }

        return null;
    }

    // Tells which of the two names is a default: the caller did not write it.
    private string FaultOfTwo(string name, int first, int second)
    {
        var (before, after) = (series[second].Name is null ? " by default" : "", series[first].Name is null ? ", by default" : "");
        return FormattableString.Invariant($"is `{name}`{before}, and series {first} has this name too{after}: names must be unique");
    }

    private Failure Refuse(string input, int index, string fault) => isTyped
        ? Failure.BadInput("series", FormattableString.Invariant($"`series[{index}].{input}` {fault}."))
        : Failure.BadInput(input, FormattableString.Invariant($"`{input}[{index}]` {fault}."));
}
