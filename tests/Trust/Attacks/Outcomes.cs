using System.Collections.Concurrent;

namespace Trust.Tests.Attacks;

/// <summary>Counts of what became of requests.</summary>
internal static class Outcomes
{
    public static void Add(ConcurrentDictionary<string, int> outcomes, string outcome) =>
        outcomes.AddOrUpdate(outcome, 1, static (_, count) => count + 1);

    public static string Text(IEnumerable<KeyValuePair<string, int>> outcomes) => string.Join(", ", outcomes
        .OrderBy(outcome => outcome.Key, StringComparer.Ordinal).Select(outcome => $"{outcome.Value} {outcome.Key}"));
}
