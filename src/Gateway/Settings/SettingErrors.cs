using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace Gateway.Settings;

/// <summary>
/// Collects what is wrong with a section of the configuration. An error names the key in full, the value and the bounds.
/// </summary>
internal sealed class SettingErrors(string section)
{
    private readonly ValidateOptionsResultBuilder _errors = new();

    public void Add(string error, string key) => _errors.AddError(error, $"{section}:{key}");

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
            var key = expression[(expression.IndexOf('.') + 1)..].Replace('.', ':');
            Add(FormattableString.Invariant($"{value} is not between {least} and {most}."), key);
        }
    }

    public ValidateOptionsResult ToResult() => _errors.Build();
}
