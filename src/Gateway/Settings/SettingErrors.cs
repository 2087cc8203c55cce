using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace Gateway.Settings;

/// <summary>Collects what is wrong with a section of the configuration. An error names the key in full, and what would be right.</summary>
internal sealed class SettingErrors(string section, IConfiguration? configuration = null)
{
    private readonly List<string> _errors = [];

    /// <param name="error">A sentence. It never holds the value of a secret.</param>
    /// <param name="key">The key in the section, such as <c>Retries:Max</c>.</param>
    public void Add(string error, string key) => _errors.Add($"{section}:{key}: {error}");

    /// <summary>Whether a key has a value of its own. Rules between two settings leave out those that nobody set.</summary>
    public bool IsSet(string key) => configuration?.GetSection($"{section}:{key}") is { } found
        && (!string.IsNullOrEmpty(found.Value) || found.GetChildren().Any());

    /// <param name="value">The setting's value.</param>
    /// <param name="least">The lower bound, inclusive.</param>
    /// <param name="most">The upper bound, inclusive.</param>
    /// <param name="expression">
    /// The expression of the value, such as <c>options.Retries.Max</c>: the names after the first dot make the key.
    /// </param>
    public void Between<T>(T value, T least, T most, [CallerArgumentExpression(nameof(value))] string expression = "")
        where T : IComparable<T>, IFormattable
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
        {
            var key = KeyOf(expression);
            var (given, from, to) = (SettingText.Write(value, key), SettingText.Write(least, key), SettingText.Write(most, key));
            Add($"`{given}` is not between `{from}` and `{to}`.", key);
        }
    }

    /// <summary>
    /// Refuses a value above that of another setting, which it is a part of. Only where it is set: a default gives way to the other.
    /// </summary>
    public void NotAbove<T>(
        T value,
        T other,
        [CallerArgumentExpression(nameof(value))] string expression = "",
        [CallerArgumentExpression(nameof(other))] string otherExpression = "")
        where T : IComparable<T>, IFormattable
    {
        var key = KeyOf(expression);
        if (value.CompareTo(other) > 0 && IsSet(key))
        {
            var whole = KeyOf(otherExpression);
            Add($"`{SettingText.Write(value, key)}` is above `{section}:{whole}`, which is `{SettingText.Write(other, whole)}`.", key);
        }
    }

    public ValidateOptionsResult ToResult() => _errors.Count > 0 ? ValidateOptionsResult.Fail(_errors) : ValidateOptionsResult.Success;

    private static string KeyOf(string expression) => expression[(expression.IndexOf('.') + 1)..].Replace('.', ':');
}
