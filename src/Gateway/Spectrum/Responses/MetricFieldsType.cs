using System.Collections.Immutable;
using Gateway.Spectrum.Inputs;
using Gateway.Upstream;

namespace Gateway.Spectrum.Responses;

/// <summary>Adds fields for metrics to a type.</summary>
/// <param name="value">Gets the value of a metric.</param>
/// <param name="cost">What a field counts as in an operation's cost; null for nothing.</param>
/// <param name="metrics">The metrics; null for all.</param>
internal abstract class MetricFieldsType<T>(
    Func<T, SpectrumMetric, double?> value, double? cost = null, ImmutableArray<SpectrumMetric>? metrics = null)
    : ObjectType<T>
{
    protected override void Configure(IObjectTypeDescriptor<T> descriptor)
    {
        foreach (var metric in metrics ?? SpectrumField.Metrics)
        {
            var field = descriptor.Field(metric.Wire())
                .Description(descriptor.Extend().Context.Naming.GetEnumValueDescription(metric))
                .ResolveParent((T parent) => value(parent, metric));
            if (cost is { } weight)
            {
                field.Cost(weight);
            }
        }
    }
}
