using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gateway.Upstream;

namespace Gateway.Spectrum.Inputs;

/// <summary>
/// A metric or a dimension. It is declared once, as a member of <see cref="SpectrumMetric"/> or <see cref="SpectrumDimension"/>. The
/// schema's fields and sort orders, the parameters of the URL and the columns of a response are derived from it.
/// </summary>
/// <param name="Name">The name of the schema's fields.</param>
/// <param name="SchemaName">
/// The name of the schema's enum values: an underscore stands before each word and number. A member with a number says the same in a
/// <c>[GraphQLName]</c>, because a number begins no word by GraphQL's conventions.
/// </param>
/// <param name="Wire">Cloudflare's name.</param>
internal sealed partial record SpectrumField(string Name, string SchemaName, string Wire)
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
            Number().Replace(JsonNamingPolicy.SnakeCaseUpper.ConvertName(name), "_$0"),
            value.Wire());
    }

    [GeneratedRegex("(?<=[A-Z])[0-9]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
