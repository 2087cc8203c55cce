using System.Collections.Immutable;
using Gateway.Spectrum.Inputs;

namespace Gateway.Spectrum.Responses;

/// <summary>
/// The metrics of one row over all of its time intervals: counts and bytes, which add up. Durations don't. A metric that was not requested,
/// or has no value, is null.
/// </summary>
public sealed class SpectrumRowTotals
{
    private readonly ImmutableArray<double?> _values;

    internal SpectrumRowTotals(SpectrumColumns columns) => _values =
    [
        .. SpectrumField.Additive.Select(metric => columns.Metrics[(int)metric])
            .Select(static column => column.HasValues ? column.Sum() : null),
    ];

    internal double? Value(SpectrumMetric metric) => _values[SpectrumField.Additive.IndexOf(metric)];
}

/// <summary>Gives <see cref="SpectrumRowTotals"/> a field for each metric that adds up.</summary>
internal sealed class SpectrumRowTotalsType()
    : MetricFieldsType<SpectrumRowTotals>(static (totals, metric) => totals.Value(metric), metrics: SpectrumField.Additive);
