using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using Gateway.Upstream;

namespace Gateway.Spectrum.Inputs;

/// <summary>
/// A metric or a dimension. It is declared once, as a member of <see cref="SpectrumMetric"/> or <see cref="SpectrumDimension"/>. The
/// schema's fields and sort orders, the parameters of the URL and the columns of a response are derived from it.
/// </summary>
/// <param name="Name">The name of the schema's fields.</param>
/// <param name="SchemaName">The name of the schema's enum values.</param>
/// <param name="Wire">Cloudflare's name.</param>
internal sealed record SpectrumField(string Name, string SchemaName, string Wire)
{
    /// <summary>The maximum number of items in a list of metrics, dimensions or sort orders. Repeated items count.</summary>
    public const int MaxList = 32;

    public static readonly ImmutableArray<SpectrumMetric> Metrics = [.. Enum.GetValues<SpectrumMetric>()];

    public static readonly ImmutableArray<SpectrumDimension> Dimensions = [.. Enum.GetValues<SpectrumDimension>()];

    /// <summary>The metrics that can be added up over intervals: all but durations.</summary>
    public static readonly ImmutableArray<SpectrumMetric> Additive =
        [.. Metrics.Where(static metric => !metric.Wire().StartsWith("duration", StringComparison.Ordinal))];

    private static readonly ImmutableArray<SpectrumField> OfMetrics = [.. Metrics.Select(Create)];

    private static readonly ImmutableArray<SpectrumField> OfDimensions = [.. Dimensions.Select(Create)];

    /// <summary>All metrics, followed by all dimensions.</summary>
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
