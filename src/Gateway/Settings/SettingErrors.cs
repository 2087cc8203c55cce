using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace Gateway.Settings;

/// <summary>
/// What is wrong with a section of the configuration. An error says what was given and what would be right, under its key's full name.
/// </summary>
internal sealed class SettingErrors(string section)
{
    private readonly ValidateOptionsResultBuilder _errors = new();

    public void Add(string error, string key) => _errors.AddError(error, $"{section}:{key}");

    /// <param name="value">A setting.</param>
    /// <param name="least">The least that it may be.</param>
    /// <param name="most">The most that it may be.</param>
    /// <param name="expression">How it was read, such as <c>options.Retries.Max</c>: the names behind the first are those of its key.</param>
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
