namespace Gateway.GraphQL.Types;

/// <summary>Suggests names that are similar to an unknown name.</summary>
internal static class Suggestions
{
    // These limits bound the work. Longer names and further candidates are ignored.
    private const int MaxLength = 64;
    private const int MaxCandidates = 500;
    private const int MaxSuggested = 3;

    /// <summary>Returns " Did you mean …?", or an empty string.</summary>
    public static string For(string name, IEnumerable<string> candidates)
    {
        if (name.Length > MaxLength)
        {
            return "";
        }

        var close = candidates
            .Take(MaxCandidates)
            .Where(candidate => candidate.Length <= MaxLength)
            .Select(candidate => (Name: candidate, Distance: Distance(name, candidate)))
            .Where(candidate => candidate.Distance <= (name.Length * 2 / 5) + 1)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Take(MaxSuggested)
            .Select(candidate => $"`{candidate.Name}`")
            .ToList();
        return close.Count == 0 ? "" : $" Did you mean {string.Join(" or ", close)}?";
    }

    /// <summary>The Levenshtein distance of two names, case-insensitive.</summary>
    private static int Distance(string first, string second)
    {
        Span<int> row = stackalloc int[MaxLength + 1];
        for (var column = 0; column <= second.Length; column++)
        {
            row[column] = column;
        }

        for (var line = 1; line <= first.Length; line++)
        {
            var diagonal = row[0];
            row[0] = line;
            for (var column = 1; column <= second.Length; column++)
            {
                var isSame = char.ToLowerInvariant(first[line - 1]) == char.ToLowerInvariant(second[column - 1]);
                var cost = Math.Min(Math.Min(row[column], row[column - 1]) + 1, diagonal + (isSame ? 0 : 1));
                diagonal = row[column];
                row[column] = cost;
            }
        }

        return row[second.Length];
    }
}
