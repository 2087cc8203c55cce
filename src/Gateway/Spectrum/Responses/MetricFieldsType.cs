using Gateway.Spectrum.Inputs;
using Gateway.Upstream;

namespace Gateway.Spectrum.Responses;

/// <summary>Adds a field for each metric to a type.</summary>
/// <param name="value">Gets the value of a metric.</param>
internal abstract class MetricFieldsType<T>(Func<T, SpectrumMetric, double?> value) : ObjectType<T>
{
    protected override void Configure(IObjectTypeDescriptor<T> descriptor)
    {
        foreach (var metric in SpectrumField.Metrics)
        {
            descriptor.Field(metric.Wire())
                .Description(descriptor.Extend().Context.Naming.GetEnumValueDescription(metric))
                .Resolve((T parent) => value(parent, metric));
        }
    }
}
