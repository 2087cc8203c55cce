using System.Text.RegularExpressions;

namespace Gateway.Tests.Telemetry;

/// <summary>What the README says of metrics and spans.</summary>
internal static partial class Documented
{
    private static readonly string Section = SectionOf(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md")));

    /// <summary>The metrics, each with its unit and its attributes.</summary>
    public static IReadOnlyList<(string Name, string Unit, string[] Attributes)> Metrics { get; } =
    [
        .. Table("metric").Select(row => (
            Name().Match(row[0]).Groups[1].Value, row[1].Trim() is "s" or "By" or "" ? row[1].Trim() : $"{{{row[1].Trim()}}}", Names(row[2]))),
    ];

    /// <summary>The spans, each with its attributes.</summary>
    public static IReadOnlyList<(string Name, string[] Attributes)> Spans { get; } =
        [.. Table("span").SelectMany(row => Names(row[0]).Select(name => (name, Names(row[1]))))];

    private static IEnumerable<string[]> Table(string first) => Section.Split('\n')
        .SkipWhile(line => !line.StartsWith($"| {first} |", StringComparison.Ordinal))
        .Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Trim('|').Split('|'));

    private static string[] Names(string cell) => [.. Name().Matches(cell).Select(match => match.Groups[1].Value)];

    private static string SectionOf(string readme)
    {
        var start = readme.IndexOf("\n## Metrics, traces and logs\n", StringComparison.Ordinal);
        return readme[start..readme.IndexOf("\n## ", start + 4, StringComparison.Ordinal)];
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();
}
