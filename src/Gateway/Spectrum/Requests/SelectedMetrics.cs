using Gateway.Spectrum.Inputs;

namespace Gateway.Spectrum.Requests;

/// <summary>Looks ahead to the metrics that a query selects below <c>spectrumBytime</c>, through its aliases and fragments.</summary>
internal static class SelectedMetrics
{
    public static IReadOnlyList<SpectrumMetric> Of(IResolverContext context)
    {
        var rows = context.Select("data");
        ReadOnlySpan<ISelectionCollection> objects =
            [rows.Select("points"), context.Select("totals"), context.Select("min"), context.Select("max")];
        var metrics = new List<SpectrumMetric>();
        for (var metric = default(SpectrumMetric); (int)metric < SpectrumNames.MetricCount; metric++)
        {
            foreach (var selections in objects)
            {
                if (selections.IsSelected(metric.Wire()))
                {
                    metrics.Add(metric);
                    break;
                }
            }
        }

        foreach (var column in rows.Select("values"))
        {
            if (column.Arguments.TryCoerceArguments(context, out var arguments)
                && arguments["metric"].ValueLiteral is EnumValueNode { Value: var name }
                && SpectrumNames.MetricInSchema(name) is { } metric)
            {
                metrics.Add(metric);
            }
        }

        return metrics;
    }
}
