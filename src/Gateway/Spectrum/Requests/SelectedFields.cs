using Gateway.Caching;
using Gateway.Spectrum.Inputs;

namespace Gateway.Spectrum.Requests;

/// <summary>What a query selects below <c>spectrumBytime</c> or <c>spectrumSummary</c>, including aliases and fragments.</summary>
/// <param name="Named">What filters and orders of rows and points name.</param>
/// <param name="Metrics">The metrics that are selected or named.</param>
internal sealed record SelectedFields(RowFields Named, IReadOnlyList<SpectrumMetric> Metrics)
{
    /// <summary>Gets the selected fields, which are looked for once for a plan, unless they depend on variables.</summary>
    public static SelectedFields Of(IResolverContext context)
    {
        if (context.GetSelectionMemo<SelectedFields>() is { } known)
        {
            return known;
        }

        var rows = RowFields.RowsOf(context);
        var named = RowFields.NamedBy(context, rows);
        return context.SetSelectionMemo(new SelectedFields(named, [.. MetricsOf(context, rows), .. named.Metrics]));
    }

    private static List<SpectrumMetric> MetricsOf(IResolverContext context, ISelectionCollection[] rows)
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
