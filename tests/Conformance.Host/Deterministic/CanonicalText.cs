using System.Collections;
using System.Globalization;
using System.Text;

namespace Conformance.Host.Deterministic;

/// <summary>Coerced input as text, the same as JavaScript makes: JSON, but for names without quotes, sorted.</summary>
internal static class CanonicalText
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => Quote(text),
        bool flag => flag ? "true" : "false",
        double number => Number(number),
        int or long => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        IReadOnlyDictionary<string, object?> fields => $"{{{string.Join(',', fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}:{Of(f.Value)}"))}}}",
        IEnumerable items => $"[{string.Join(',', items.Cast<object?>().Select(Of))}]",
        _ => throw new ArgumentException($"{value.GetType()} has no text.", nameof(value)),
    };

    /// <summary>
    /// Number::toString (ECMA-262 §6.1.6.1.20): the shortest digits that read back, with an exponent only beyond 21 places.
    /// </summary>
    private static string Number(double value)
    {
        if (value == 0)
        {
            return "0";
        }

        var scientific = Math.Abs(value).ToString("E16", CultureInfo.InvariantCulture);
        for (var precision = 0; precision < 17; precision++)
        {
            scientific = Math.Abs(value).ToString($"E{precision}", CultureInfo.InvariantCulture);
            if (double.Parse(scientific, CultureInfo.InvariantCulture) == Math.Abs(value))
            {
                break;
            }
        }

        var mark = scientific.IndexOf('E', StringComparison.Ordinal);
        var digits = scientific[..mark].Replace(".", "", StringComparison.Ordinal);
        var point = int.Parse(scientific.AsSpan(mark + 1), CultureInfo.InvariantCulture) + 1;
        return (value < 0 ? "-" : "") + point switch
        {
            > 21 or <= -6 => $"{digits[..1]}{(digits.Length > 1 ? "." : "")}{digits[1..]}e{(point > 0 ? "+" : "-")}{Math.Abs(point - 1)}",
            _ when point >= digits.Length => digits.PadRight(point, '0'),
            > 0 => $"{digits[..point]}.{digits[point..]}",
            _ => $"0.{new string('0', -point)}{digits}",
        };
    }

    /// <summary>JSON.stringify (ECMA-262 §25.5.2): what needs no escape has none, half surrogate pairs have one.</summary>
    private static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (char.IsSurrogate(character))
            {
                if (index + 1 < text.Length && char.IsSurrogatePair(character, text[index + 1]))
                {
                    quoted.Append(character).Append(text[++index]);
                }
                else
                {
                    AppendEscape(quoted, character);
                }

                continue;
            }

            switch (character)
            {
                case '"': quoted.Append("\\\""); break;
                case '\\': quoted.Append("\\\\"); break;
                case '\b': quoted.Append("\\b"); break;
                case '\f': quoted.Append("\\f"); break;
                case '\n': quoted.Append("\\n"); break;
                case '\r': quoted.Append("\\r"); break;
                case '\t': quoted.Append("\\t"); break;
                case < ' ': AppendEscape(quoted, character); break;
                default: quoted.Append(character); break;
            }
        }

        return quoted.Append('"').ToString();
    }

    private static void AppendEscape(StringBuilder quoted, char character) => quoted.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
}
