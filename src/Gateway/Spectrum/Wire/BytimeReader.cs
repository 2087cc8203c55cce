using System.Collections.Immutable;

namespace Gateway.Spectrum.Wire;

/// <summary>
/// Turns an answer into the model. Rows, columns and points go by the names that the answer echoes, never by the order of the
/// request, and how many points there are is what the answer has, never computed.
/// </summary>
internal static class BytimeReader
{
    public static SpectrumData Read(BytimeResult result, SpectrumBytimeRequest request)
    {
        var dimensions = Echoed(result.Query?.Dimensions, SpectrumNames.Dimension, request.Dimensions);
        var metrics = Echoed(result.Query?.Metrics, SpectrumNames.Metric, request.Metrics);
        var intervals = result.TimeIntervals ?? [];
        var rows = result.Data ?? [];
        return new SpectrumData(
            Rows(rows, dimensions, metrics, intervals),
            intervals,
            result.DataLag,
            (int)Math.Clamp(result.Rows, 0, int.MaxValue),
            Metrics(result.Min),
            Metrics(result.Max),
            Metrics(result.Totals),
            Query(result.Query, dimensions, metrics, request));
    }

    /// <summary>The names of an echoed list, null where one is not known; those of the request where the list is missing.</summary>
    private static T?[] Echoed<T>(string?[]? echoed, Func<string?, T?> parse, ImmutableArray<T> requested)
        where T : struct
    {
        var names = new T?[echoed is { Length: > 0 } ? echoed.Length : requested.Length];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = echoed is { Length: > 0 } ? parse(echoed[i]) : requested[i];
        }

        return names;
    }

    private static SpectrumRow[] Rows(
        BytimeRow?[] data, SpectrumDimension?[] dimensions, SpectrumMetric?[] metrics, TimeInterval[] intervals)
    {
        var points = intervals.Length;
        foreach (var row in data)
        {
            foreach (var column in row?.Metrics ?? [])
            {
                points = Math.Max(points, column.Length);
            }
        }

        var missing = new double?[points];
        var rows = new SpectrumRow[data.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            var row = data[i];
            rows[i] = new SpectrumRow(
                Dimensions(row?.Dimensions ?? [], dimensions), intervals, Columns(row?.Metrics ?? [], metrics, missing));
        }

        return rows;
    }

    private static SpectrumDimensions Dimensions(string?[] values, SpectrumDimension?[] names)
    {
        var known = new string?[SpectrumNames.DimensionCount];
        for (var i = 0; i < Math.Min(values.Length, names.Length); i++)
        {
            if (names[i] is { } name)
            {
                known[(int)name] = values[i];
            }
        }

        return new SpectrumDimensions
        {
            EventName = known[(int)SpectrumDimension.Event],
            AppId = known[(int)SpectrumDimension.AppId],
            ColoName = known[(int)SpectrumDimension.ColoName],
            IpVersion = SpectrumDimensions.ParseIpVersion(known[(int)SpectrumDimension.IpVersion]),
        };
    }

    /// <param name="values">The columns as they came, each of its own length.</param>
    /// <param name="names">What they are.</param>
    /// <param name="missing">The column of a metric that is not there.</param>
    private static ImmutableArray<double?[]> Columns(double?[][] values, SpectrumMetric?[] names, double?[] missing)
    {
        var columns = ImmutableArray.CreateBuilder<double?[]>(SpectrumNames.MetricCount);
        for (var i = 0; i < SpectrumNames.MetricCount; i++)
        {
            columns.Add(missing);
        }

        for (var i = 0; i < Math.Min(values.Length, names.Length); i++)
        {
            if (names[i] is { } name)
            {
                var column = values[i];
                Array.Resize(ref column, missing.Length);
                columns[(int)name] = column;
            }
        }

        return columns.MoveToImmutable();
    }

    private static SpectrumMetrics Metrics(Dictionary<string, double?>? values)
    {
        var metrics = ImmutableArray.CreateBuilder<double?>(SpectrumNames.MetricCount);
        for (var metric = default(SpectrumMetric); (int)metric < SpectrumNames.MetricCount; metric++)
        {
            metrics.Add(values?.GetValueOrDefault(metric.Wire()) is { } value && double.IsFinite(value) ? value : null);
        }

        return new SpectrumMetrics(metrics.MoveToImmutable());
    }

    private static SpectrumQuery Query(
        BytimeQuery? echo, SpectrumDimension?[] dimensions, SpectrumMetric?[] metrics, SpectrumBytimeRequest request) => new()
        {
            Dimensions = Known(dimensions),
            Metrics = Known(metrics),
            Filters = echo?.Filters,
            Limit = echo?.Limit is { } limit and >= 0 and <= int.MaxValue ? (int)limit : null,
            Since = echo?.Since,
            Until = echo?.Until,
            Sort = Known(Echoed(echo?.Sort, SpectrumNames.Sort, request.Sort)),
        };

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
