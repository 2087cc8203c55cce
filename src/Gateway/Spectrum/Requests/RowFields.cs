using Gateway.Spectrum.Inputs;

namespace Gateway.Spectrum.Requests;

/// <summary>The metrics and dimensions that filters and orders of rows and points name, in literals and variables.</summary>
internal sealed record RowFields(IReadOnlySet<SpectrumMetric> Metrics, IReadOnlySet<SpectrumDimension> Dimensions)
{
    /// <summary>The selections of rows below <c>spectrumBytime</c> or <c>spectrumSummary</c>.</summary>
    public static ISelectionCollection[] RowsOf(IResolverContext context) =>
    [
        context.Select("data"),
        context.Select("dataConnection").Select("nodes"),
        context.Select("dataConnection").Select("edges").Select("node"),
    ];

    public static RowFields NamedBy(IResolverContext context)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        ISelectionCollection[] lists =
            [context.Select("data"), context.Select("dataConnection"), .. RowsOf(context).Select(static row => row.Select("points"))];
        foreach (var list in lists.SelectMany(static list => list))
        {
            if (list.Arguments.TryCoerceArguments(context, out var arguments))
            {
                AddNames(arguments["where"].ValueLiteral, names);
                AddNames(arguments["order"].ValueLiteral, names);
            }
        }

        return new RowFields(
            SpectrumField.Metrics.Where(metric => names.Contains(SpectrumField.Of(metric).Name)).ToHashSet(),
            SpectrumField.Dimensions.Where(dimension => NamesOf(dimension).Any(names.Contains)).ToHashSet());
    }

    private static string[] NamesOf(SpectrumDimension dimension) => dimension == SpectrumDimension.Event
        ? [SpectrumField.Of(dimension).Name, "eventName"]
        : [SpectrumField.Of(dimension).Name];

    private static void AddNames(object? literal, HashSet<string> names)
    {
        if (literal is ListValueNode list)
        {
            foreach (var item in list.Items)
            {
                AddNames(item, names);
            }
        }
        else if (literal is ObjectValueNode node)
        {
            foreach (var field in node.Fields)
            {
                names.Add(field.FieldName);
                AddNames(field.Value, names);
            }
        }
    }
}
