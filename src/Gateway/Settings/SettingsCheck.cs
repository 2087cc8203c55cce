using System.Globalization;
using Microsoft.Extensions.Options;

namespace Gateway.Settings;

/// <summary>Finds all that is wrong with the configuration.</summary>
/// <param name="sections">The sections that are the gateway's own.</param>
/// <param name="configuration">The configuration.</param>
internal sealed class SettingsCheck(IEnumerable<SettingsSection> sections, IConfiguration configuration)
{
    // How far the name of a section may be from one of ours to be taken for a slip.
    private const int Slip = 2;

    private readonly SettingsSection[] _sections = [.. sections.DistinctBy(static section => section.GetType())];

    /// <summary>The sections at the top of the configuration.</summary>
    public IReadOnlyList<string> Roots => [.. _sections.Select(static section => section.Name.Split(':')[0]).Distinct()];

    /// <summary>A line for each error.</summary>
    public IReadOnlyList<string> Errors(IServiceProvider services) =>
        [.. _sections.SelectMany(section => ErrorsOf(section, services)).Concat(UnknownSections()).Concat(UnknownKeys()).Distinct()];

    public IReadOnlyList<Setting> Defaults => [.. _sections.SelectMany(static section => section.Defaults)];

    /// <summary>The settings with the values that hold. They must be valid.</summary>
    public IReadOnlyList<Setting> Effective(IServiceProvider services) =>
        [.. _sections.SelectMany(section => section.Effective(services))];

    /// <summary>The text among these that the fewest edits make of another one (Levenshtein's distance).</summary>
    public static string Nearest(string text, IEnumerable<string> among) => among.MinBy(other => Distance(text, other))!;

    public static string UnknownSection(string section, IEnumerable<string> known) =>
        $"{section}: There is no such section; the nearest is `{Nearest(section, known)}`.";

    private static IEnumerable<string> ErrorsOf(SettingsSection section, IServiceProvider services)
    {
        try
        {
            section.Effective(services);
            return [];
        }
        catch (OptionsValidationException exception)
        {
            return exception.Failures;
        }
    }

    private IEnumerable<string> UnknownSections() =>
        from section in configuration.GetChildren()
        where section.GetChildren().Any() && !Roots.Contains(section.Key, StringComparer.OrdinalIgnoreCase)
        let nearest = Nearest(section.Key, Roots)
        where Distance(section.Key, nearest) <= Slip
        select UnknownSection(section.Key, Roots);

    private IEnumerable<string> UnknownKeys()
    {
        var settings = Defaults;
        return Roots
            .SelectMany(root => configuration.GetSection(root).AsEnumerable().Where(entry => entry.Key.Length > root.Length))
            .Where(entry => !string.IsNullOrEmpty(entry.Value) && !settings.Any(setting => IsOf(entry.Key, setting)))
            .Select(static entry => entry.Key)
            .Order(StringComparer.OrdinalIgnoreCase)
            .Select(key =>
                $"{key}: There is no such setting; the nearest is `{Nearest(key, settings.Select(static setting => setting.Key))}`.");
    }

    private static bool IsOf(string key, Setting setting) =>
        key.Equals(setting.Key, StringComparison.OrdinalIgnoreCase)
            || (setting.Kind is SettingKind.List
                && key.StartsWith(setting.Key + ":", StringComparison.OrdinalIgnoreCase)
                && int.TryParse(key.AsSpan(setting.Key.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _));

    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        foreach (var (index, letter) in from.Index())
        {
            var diagonal = row[0];
            row[0] = index + 1;
            for (var column = 1; column <= to.Length; column++)
            {
                var replaced = diagonal + (char.ToUpperInvariant(letter) == char.ToUpperInvariant(to[column - 1]) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.Min(replaced, Math.Min(diagonal, row[column - 1]) + 1);
            }
        }

        return row[to.Length];
    }
}
