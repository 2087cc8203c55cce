using System.Collections.Immutable;
using System.Text.Json;
using Gateway.Cloudflare.Json;

namespace Gateway.Spectrum.Wire;

/// <summary>Reads one number for each metric, by their names.</summary>
internal sealed class MetricsSink() : ObjectSink(otherwise: Refused)
{
    private readonly NumberField[] _numbers = Numbers();

    public override JsonSink Member(ref Utf8JsonReader name)
    {
        for (var metric = default(SpectrumMetric); (int)metric < SpectrumNames.MetricCount; metric++)
        {
            if (name.ValueTextEquals(metric.Wire()))
            {
                return _numbers[(int)metric];
            }
        }

        return Nothing;
    }

    public SpectrumMetrics Build()
    {
        var metrics = ImmutableArray.CreateBuilder<double?>(SpectrumNames.MetricCount);
        foreach (var number in _numbers)
        {
            metrics.Add(number.Take());
        }

        return new SpectrumMetrics(metrics.MoveToImmutable());
    }

    private static NumberField[] Numbers()
    {
        var numbers = new NumberField[SpectrumNames.MetricCount];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = new NumberField(otherwise: Refused);
        }

        return numbers;
    }
}
