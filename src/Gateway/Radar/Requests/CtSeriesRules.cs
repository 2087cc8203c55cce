using System.Collections.Immutable;
using Gateway.Radar.Inputs;
using Gateway.Upstream;

namespace Gateway.Radar.Requests;

/// <summary>Checks the rules between the inputs of a request, and writes the error messages.</summary>
/// <param name="series">The series, at least one, from either form of the arguments.</param>
/// <param name="isTyped">Whether the series were given as <c>series</c> and not as lists. Error messages name the inputs
/// accordingly.</param>
internal readonly struct CtSeriesRules(IReadOnlyList<CtSeriesInput> series, bool isTyped)
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
                (null, null, null) when series.Count > 1 =>
                    ("dateRange", "or `dateStart` and `dateEnd` are missing: each of several series needs dates"),

                // Cloudflare assigns both kinds of dates by position, so it can't tell which series has which kind.
                var (range, _, _) when range is null != series[0].DateRange is null =>
                    ("dateRange", "must be given for all series or for none"),
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
            var end = -1;
            for (var i = 0; i < series.Count; i++)
            {
                var value = filter.WireOf(series[i]);
                if (value is null)
                {
                    end = end < 0 ? i : end;
                }
                else if (end >= 0)
                {
                    return Refuse(filter.Name, i, FormattableString.Invariant(
                        $"is given, but `series[{end}].{filter.Name}` is not: filters go by position, so put the series without it last"));
                }
                else if (filter.IsText && CtText.FaultOfFilter(filter, value) is { } fault)
                {
                    return Refuse(filter.Name, i, fault);
                }
            }
        }

        return null;
    }

    private Failure? CheckTld()
    {
        // CheckFilters ensures that the first series has every filter that any series has.
        var first = series[0];
        var other = first.Tld is null ? null
            : first.Log is not null ? "log"
            : first.LogApi is not null ? "logApi"
            : first.LogOperator is not null ? "logOperator"
            : first.EntryType is not null ? "entryType"
            : null;
        return other is null ? null : Refuse("tld", 0, $"cannot stand together with `{other}`");
    }

    private Failure? CheckNames()
    {
        var labels = Labels(series);
        for (var i = 0; i < labels.Length; i++)
        {
            var fault = CtText.FaultOf(labels[i])
                ?? (labels[i] == "meta" ? "must not be `meta`, which stands for the description of the answer" : null)
                ?? (labels.IndexOf(labels[i]) is var before && before < i
                    ? FormattableString.Invariant($"is the name of series {before} too: names must be unique")
                    : null);
            if (fault is not null)
            {
                return Refuse("name", i, fault);
            }
        }

        return null;
    }

    private Failure Refuse(string input, int index, string fault) => isTyped
        ? Failure.BadInput("series", FormattableString.Invariant($"`series[{index}].{input}` {fault}."))
        : Failure.BadInput(input, FormattableString.Invariant($"`{input}[{index}]` {fault}."));
}
