using System.Collections.Immutable;
using Gateway.Spectrum.Inputs;
using Gateway.Upstream;
using HotChocolate.Data.Filters;
using HotChocolate.Data.Sorting;

// HotChocolate.Data has expressions, and this build is never compiled to native code.
#pragma warning disable RS0030

namespace Gateway.Spectrum.Responses;

/// <summary>
/// Conditions of the fields that <see cref="MetricFieldsType{T}"/> adds. By itself, HotChocolate.Data finds properties only.
/// </summary>
internal abstract class MetricFilterType<T>(Func<T, SpectrumMetric, double?> value, ImmutableArray<SpectrumMetric> metrics)
    : FilterInputType<T>
{
    protected override void Configure(IFilterInputTypeDescriptor<T> descriptor)
    {
        foreach (var metric in metrics)
        {
            descriptor.Field(item => value(item, metric)).Name(metric.Wire())
                .Description(descriptor.Extend().Context.Naming.GetEnumValueDescription(metric)!);
        }
    }
}

/// <summary>Keys of the fields that <see cref="MetricFieldsType{T}"/> adds.</summary>
internal abstract class MetricSortType<T>(Func<T, SpectrumMetric, double?> value, ImmutableArray<SpectrumMetric> metrics)
    : SortInputType<T>
{
    protected override void Configure(ISortInputTypeDescriptor<T> descriptor)
    {
        foreach (var metric in metrics)
        {
            descriptor.Field(item => value(item, metric)).Name(metric.Wire())
                .Description(descriptor.Extend().Context.Naming.GetEnumValueDescription(metric)!);
        }
    }
}

[GraphQLName("FilterInputTypeOfSpectrumPoint")]
internal sealed class SpectrumPointFilterType()
    : MetricFilterType<SpectrumPoint>(static (point, metric) => point.Value(metric), SpectrumField.Metrics);

internal sealed class SpectrumPointSortType()
    : MetricSortType<SpectrumPoint>(static (point, metric) => point.Value(metric), SpectrumField.Metrics);

internal sealed class SpectrumRowTotalsFilterType()
    : MetricFilterType<SpectrumRowTotals>(static (totals, metric) => totals.Value(metric), SpectrumField.Additive);

internal sealed class SpectrumRowTotalsSortType()
    : MetricSortType<SpectrumRowTotals>(static (totals, metric) => totals.Value(metric), SpectrumField.Additive);

internal sealed class SpectrumMetricsFilterType()
    : MetricFilterType<SpectrumMetrics>(static (metrics, metric) => metrics.Value(metric), SpectrumField.Metrics);

internal sealed class SpectrumMetricsSortType()
    : MetricSortType<SpectrumMetrics>(static (metrics, metric) => metrics.Value(metric), SpectrumField.Metrics);
