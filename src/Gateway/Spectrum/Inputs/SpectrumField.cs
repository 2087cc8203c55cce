using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Gateway.Upstream;

namespace Gateway.Spectrum.Inputs;

/// <summary>
/// A metric or a dimension. It is declared once, as a member of <see cref="SpectrumMetric"/> or <see cref="SpectrumDimension"/>; the fields
/// of the schema's objects, the orders, the parts of a URL and the columns of an answer follow from it.
/// </summary>
/// <param name="Name">Of the fields in the schema's objects.</param>
/// <param name="SchemaName">Of the values in the schema's enums.</param>
/// <param name="Wire">On the wire.</param>
internal sealed record SpectrumField(string Name, string SchemaName, string Wire)
{
    public static readonly ImmutableArray<SpectrumMetric> Metrics = [.. Enum.GetValues<SpectrumMetric>()];

    public static readonly ImmutableArray<SpectrumDimension> Dimensions = [.. Enum.GetValues<SpectrumDimension>()];

    private static readonly ImmutableArray<SpectrumField> OfMetrics = [.. Metrics.Select(Create)];

    private static readonly ImmutableArray<SpectrumField> OfDimensions = [.. Dimensions.Select(Create)];

    /// <summary>The metrics, then the dimensions.</summary>
    public static readonly ImmutableArray<SpectrumField> All = [.. OfMetrics, .. OfDimensions];

    public static SpectrumField Of(SpectrumMetric metric) => OfMetrics[(int)metric];

    public static SpectrumField Of(SpectrumDimension dimension) => OfDimensions[(int)dimension];

    private static SpectrumField Create<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return new SpectrumField(
            JsonNamingPolicy.CamelCase.ConvertName(name),
            typeof(T).GetField(name)!.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? JsonNamingPolicy.SnakeCaseUpper.ConvertName(name),
            value.Wire());
    }
}
