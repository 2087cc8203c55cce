using Gateway.Spectrum.Inputs;
using Gateway.Upstream;

namespace Gateway.Spectrum.Responses;

/// <summary>Adds a field for each metric to a type.</summary>
/// <param name="value">Gets the value of a metric.</param>
/// <param name="cost">What a field counts as in an operation's cost; null for nothing.</param>
internal abstract class MetricFieldsType<T>(Func<T, SpectrumMetric, double?> value, double? cost = null) : ObjectType<T>
{
    protected override void Configure(IObjectTypeDescriptor<T> descriptor)
    {
        foreach (var metric in SpectrumField.Metrics)
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
