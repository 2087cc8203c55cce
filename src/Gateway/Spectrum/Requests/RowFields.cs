using System.Collections.Frozen;
using Gateway.Spectrum.Inputs;

namespace Gateway.Spectrum.Requests;

/// <summary>The metrics and dimensions that filters and orders of rows and points name, in literals and variables.</summary>
internal sealed record RowFields(IReadOnlySet<SpectrumMetric> Metrics, IReadOnlySet<SpectrumDimension> Dimensions)
{
    private static readonly RowFields None = new(FrozenSet<SpectrumMetric>.Empty, FrozenSet<SpectrumDimension>.Empty);

    public bool IsEmpty => Metrics.Count + Dimensions.Count == 0;

    /// <summary>The selections of rows below <c>spectrumBytime</c> or <c>spectrumSummary</c>.</summary>
    public static ISelectionCollection[] RowsOf(IResolverContext context) =>
    [
        context.Select("data"),
        context.Select("dataConnection").Select("nodes"),
        context.Select("dataConnection").Select("edges").Select("node"),
    ];

    /// <param name="context">The context of the field.</param>
    /// <param name="rows">What <see cref="RowsOf"/> returned.</param>
    public static RowFields NamedBy(IResolverContext context, ISelectionCollection[] rows)
    {
        HashSet<string>? names = null;
        AddNames(context.Select("data"), context, ref names);
        AddNames(context.Select("dataConnection"), context, ref names);
        foreach (var row in rows)
        {
            AddNames(row.Select("points"), context, ref names);
        }

        return names is null ? None : new RowFields(
            SpectrumField.Metrics.Where(metric => names.Contains(SpectrumField.Of(metric).Name)).ToHashSet(),
            SpectrumField.Dimensions.Where(dimension => NamesOf(dimension).Any(names.Contains)).ToHashSet());
    }

    private static void AddNames(ISelectionCollection lists, IResolverContext context, ref HashSet<string>? names)
    {
        for (var i = 0; i < lists.Count; i++)
        {
            if (!lists[i].Arguments.TryCoerceArguments(context, out var arguments))
            {
                continue;
            }

            var (where, order) = (arguments["where"].ValueLiteral, arguments["order"].ValueLiteral);
            if (where is not null || order is not null)
            {
                names ??= new(StringComparer.Ordinal);
                AddNames(where, names);
                AddNames(order, names);
            }
        }
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
