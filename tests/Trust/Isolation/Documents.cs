using System.Security.Cryptography;
using System.Text;

namespace Trust.Tests.Isolation;

/// <summary>
/// One document for each sequence of fields, named by their letters: S for Spectrum, R for Radar. A field's alias and variables have its
/// place as a suffix.
/// </summary>
internal static class Documents
{
    public static string[] Shapes { get; } = ["S", "R", "SR", "SS", "SSR"];

    public static string Of(string shape)
    {
        var variables = shape.Select((letter, i) => letter == 'S'
            ? $"$zone{i}: ID!, $since{i}: DateTime!, $until{i}: DateTime!, $dimensions{i}: [SpectrumDimension!], $limit{i}: Int"
            : $"$series{i}: [CtSeriesInput!]");
        var fields = shape.Select((letter, i) => letter == 'S'
            ? $"a{i}: spectrumBytime(zoneId: $zone{i}, timeDelta: HOUR, since: $since{i}, until: $until{i}, dimensions: $dimensions{i}, "
                + $"limit: $limit{i}) {SpectrumQuestion.Selection}"
            : $"a{i}: ctTimeseries(aggInterval: ONE_DAY, series: $series{i}) {RadarQuestion.Selection}");
        return $"query({string.Join(", ", variables)}) {{ {string.Join(' ', fields)} }}";
    }

    public static string HashOf(string shape) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Of(shape))));

    /// <summary>Writes all of them as trusted documents, with their shape as id.</summary>
    public static void WriteTo(string folder)
    {
        foreach (var shape in Shapes)
        {
            File.WriteAllText(Path.Combine(folder, $"{shape}.graphql"), Of(shape));
        }
    }
}
