using System.Collections;
using Gateway.Radar.Inputs;
using Gateway.Upstream;

namespace Gateway.Radar.Requests;

/// <summary>The provided list arguments. The i-th value of each list belongs to the i-th series.</summary>
internal sealed class CtPositionalLists(IReadOnlyList<(CtInput Input, IList Values)> given)
{
    /// <summary>No list, for a field that has none.</summary>
    public static readonly CtPositionalLists None = new([]);

    /// <summary>The name of the first list; null if there is none.</summary>
    public string? First => given is [var (input, _), ..] ? input.Name : null;

    /// <summary>Reads the list arguments of a field.</summary>
    public static CtPositionalLists Read(IResolverContext context)
    {
        var given = new List<(CtInput, IList)>();
        foreach (var input in CtInput.All)
        {
            if (context.ArgumentValue<IList?>(input.Name) is { } values)
            {
                given.Add((input, values));
            }
        }

        return new CtPositionalLists(given);
    }

    /// <summary>Converts the lists to one object for each series. Without any list there is one series without filters.</summary>
    public Result<IReadOnlyList<CtSeriesInput>> ToSeries()
    {
        foreach (var (input, values) in given)
        {
            if (values.Count == 0)
            {
                return Failure.BadInput(input.Name, $"`{input.Name}` is empty: leave it out, or give one value for each series.");
            }

            // A shorter list would silently leave the last series unfiltered.
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
