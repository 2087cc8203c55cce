using Gateway.Spectrum.Inputs;

namespace Gateway.Spectrum.Requests;

/// <summary>
/// Finds the metrics that a query selects below <c>spectrumBytime</c> or <c>spectrumSummary</c>, including aliases and fragments.
/// </summary>
internal static class SelectedMetrics
{
    /// <param name="context">The context of the field.</param>
    /// <param name="rows">What <see cref="RowFields.RowsOf"/> returned.</param>
    public static List<SpectrumMetric> Of(IResolverContext context, ISelectionCollection[] rows)
    {
        ISelectionCollection[] objects =
        [
            .. rows.Select(static row => row.Select("points")),
            .. rows.Select(static row => row.Select("totals")),
            context.Select("totals"),
            context.Select("min"),
            context.Select("max"),
        ];
        objects = Array.FindAll(objects, static fields => fields.Count > 0);
        var metrics = new List<SpectrumMetric>();
        foreach (var metric in SpectrumField.Metrics)
        {
            foreach (var fields in objects)
            {
                if (fields.IsSelected(SpectrumField.Of(metric).Wire))
                {
                    metrics.Add(metric);
                    break;
                }
            }
        }

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
