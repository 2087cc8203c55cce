using System.Text.RegularExpressions;
using Gateway.Tests.EndToEnd;

namespace Gateway.Tests.Telemetry;

/// <summary>What <c>src/docs/telemetry.md</c> says of metrics and spans.</summary>
internal static partial class Documented
{
    private static readonly string Text = Document.Read("src/docs/telemetry.md").Text;

    /// <summary>The metrics, each with its unit and its attributes.</summary>
    public static IReadOnlyList<(string Name, string Unit, string[] Attributes)> Metrics { get; } =
    [
        .. Table("metric").Select(row => (
            Name().Match(row[0]).Groups[1].Value, row[1].Trim() is "s" or "By" or "" ? row[1].Trim() : $"{{{row[1].Trim()}}}", Names(row[2]))),
    ];

    /// <summary>The spans, each with its attributes.</summary>
    public static IReadOnlyList<(string Name, string[] Attributes)> Spans { get; } =
        [.. Table("span").SelectMany(row => Names(row[0]).Select(name => (name, Names(row[1]))))];

    private static IEnumerable<string[]> Table(string first) => Text.Split('\n')
        .SkipWhile(line => !line.StartsWith($"| {first} |", StringComparison.Ordinal))
        .Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Trim('|').Split('|'));

    private static string[] Names(string cell) => [.. Name().Matches(cell).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();
}
