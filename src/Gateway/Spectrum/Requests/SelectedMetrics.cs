using Gateway.Spectrum.Inputs;
using Gateway.Upstream;

namespace Gateway.Spectrum.Requests;

/// <summary>
/// Finds the metrics that a query selects below <c>spectrumBytime</c> or <c>spectrumSummary</c>, including aliases and fragments.
/// </summary>
internal static class SelectedMetrics
{
    public static IReadOnlyList<SpectrumMetric> Of(IResolverContext context)
    {
        ISelectionCollection[] rows = RowFields.RowsOf(context);
        ISelectionCollection[] objects =
        [
            .. rows.Select(static row => row.Select("points")),
            .. rows.Select(static row => row.Select("totals")),
            context.Select("totals"),
            context.Select("min"),
            context.Select("max"),
        ];
        var metrics = SpectrumField.Metrics.Where(metric => objects.Any(fields => fields.IsSelected(metric.Wire()))).ToList();
        foreach (var column in rows.SelectMany(static row => row.Select("values")))
        {
            if (column.Arguments.TryCoerceArguments(context, out var arguments)
                && arguments["metric"].ValueLiteral is EnumValueNode { Value: var name })
            {
                metrics.AddRange(SpectrumField.Metrics.Where(metric => SpectrumField.Of(metric).SchemaName == name));
            }
        }

        return metrics;
    }
}
