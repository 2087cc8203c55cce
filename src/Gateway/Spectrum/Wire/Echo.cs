using System.Collections.Immutable;

namespace Gateway.Spectrum.Wire;

/// <summary>
/// A query as its answer echoes it. Rows and columns go by these names, never by the order of the request; where a list is missing, that
/// of the request stands in for it.
/// </summary>
internal sealed class Echo
{
    public Echo(EchoSink echo, SpectrumBytimeRequest request)
    {
        Dimensions = Names(echo.Dimensions.Take(), SpectrumNames.Dimension, request.Dimensions);
        Metrics = Names(echo.Metrics.Take(), SpectrumNames.Metric, request.Metrics);
        Query = new SpectrumQuery
        {
            Dimensions = Known(Dimensions),
            Metrics = Known(Metrics),
            Filters = echo.Filters.Take(),
            Limit = echo.Limit.Take() is { } limit and >= 0 and <= int.MaxValue ? (int)limit : null,
            Since = echo.Since.Take(),
            Until = echo.Until.Take(),
            Sort = Known(Names(echo.Sort.Take(), SpectrumNames.Sort, request.Sort)),
        };
    }

    /// <summary>What the values of each row's dimensions are; null where the name is not known.</summary>
    public SpectrumDimension?[] Dimensions { get; }

    /// <summary>What the columns of each row are; null where the name is not known.</summary>
    public SpectrumMetric?[] Metrics { get; }

    public SpectrumQuery Query { get; }

    private static T?[] Names<T>(string?[] echoed, Func<string?, T?> parse, ImmutableArray<T> requested)
        where T : struct
    {
        var names = new T?[echoed.Length > 0 ? echoed.Length : requested.Length];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = echoed.Length > 0 ? parse(echoed[i]) : requested[i];
        }

        return names;
    }

    private static T[] Known<T>(T?[] names)
        where T : struct
    {
        var known = new List<T>(names.Length);
        foreach (var name in names)
        {
            if (name is { } value)
            {
                known.Add(value);
            }
        }

        return [.. known];
    }
}
