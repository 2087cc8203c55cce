using System.Collections;
using Gateway.Radar.Inputs;
using Gateway.Upstream;

namespace Gateway.Radar.Requests;

/// <summary>The series as parallel lists, those that are given: the i-th value of each belongs to the i-th series.</summary>
internal sealed class CtSeriesLists(IReadOnlyList<(CtInput Input, IList Values)> given)
{
    /// <summary>The name of the first list; null where there is none.</summary>
    public string? First => given is [var (input, _), ..] ? input.Name : null;

    /// <summary>The lists that are arguments of a field.</summary>
    public static CtSeriesLists Read(IResolverContext context)
    {
        var given = new List<(CtInput, IList)>();
        foreach (var input in CtInput.All)
        {
            if (context.ArgumentValue<IList?>(input.Name) is { } values)
            {
                given.Add((input, values));
            }
        }

        return new CtSeriesLists(given);
    }

    /// <summary>The same as one object a series; without any list there is one series, of everything.</summary>
    public Result<IReadOnlyList<CtSeriesInput>> ToSeries()
    {
        foreach (var (input, values) in given)
        {
            if (values.Count == 0)
            {
                return Failure.BadInput(input.Name, $"`{input.Name}` is empty: leave it out, or give one value for each series.");
            }

            // A short list would leave the series behind its end unfiltered, without a word.
            if (values.Count != given[0].Values.Count)
            {
                var lengths = string.Join(
                    ", ", given.Select(each => FormattableString.Invariant($"`{each.Input.Name}` has {each.Values.Count}")));
                return Failure.BadInput(
                    input.Name,
                    $"All lists must have one length, one value for each series: {lengths}. `series` is the safe way to ask for several.");
            }
        }

        var series = new CtSeriesInput[given.Count == 0 ? 1 : given[0].Values.Count];
        for (var i = 0; i < series.Length; i++)
        {
            series[i] = new CtSeriesInput();
            foreach (var (input, values) in given)
            {
                input.Property.SetValue(series[i], values[i]);
            }
        }

        return series;
    }
}
