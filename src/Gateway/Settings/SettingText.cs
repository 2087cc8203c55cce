using System.Globalization;

namespace Gateway.Settings;

/// <summary>Reads and writes the values of settings: durations as <c>00:00:10</c>, sizes as <c>64MiB</c>.</summary>
internal static class SettingText
{
    // The name of a setting in bytes says so.
    private const string Bytes = "Bytes";

    private static readonly string[] Units = ["", "KiB", "MiB", "GiB"];

    /// <summary>The reader of a type of values; null if settings have no values of that type.</summary>
    /// <remarks>It returns what would be right where a text is wrong, or null.</remarks>
    public static SettingReader<T>? Reader<T>() =>
        (typeof(T) == typeof(string) ? new SettingReader<string>(ReadText)
        : typeof(T) == typeof(bool) ? new SettingReader<bool>(ReadBoolean)
        : typeof(T) == typeof(int) ? new SettingReader<int>(ReadInteger)
        : typeof(T) == typeof(long) ? new SettingReader<long>(ReadLong)
        : typeof(T) == typeof(double) ? new SettingReader<double>(ReadNumber)
        : typeof(T) == typeof(TimeSpan) ? new SettingReader<TimeSpan>(ReadDuration)
        : (object?)null) as SettingReader<T>;

    /// <summary>Reads a value by its name. A number is none.</summary>
    public static string? ReadEnum<T>(string key, string text, out T value)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>();
        var index = Array.FindIndex(names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        value = index < 0 ? default : Enum.GetValues<T>()[index];
        return index >= 0 ? null : $"{string.Join(", ", names.SkipLast(1).Select(Quote))} or {Quote(names[^1])} is wanted";
    }

    public static string Write(object? value, string key) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        TimeSpan duration => duration.Ticks % TimeSpan.TicksPerSecond == 0
            ? duration.ToString("c", CultureInfo.InvariantCulture)
            : duration.ToString("c", CultureInfo.InvariantCulture).TrimEnd('0'),
        int or long when IsSize(key) => WriteSize(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        IFormattable number => number.ToString(format: null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static bool IsSize(string key) => key.EndsWith(Bytes, StringComparison.OrdinalIgnoreCase);

    private static string Quote(string text) => $"`{text}`";

    private static string? ReadText(string key, string text, out string value)
    {
        value = text;
        return null;
    }

    private static string? ReadBoolean(string key, string text, out bool value) =>
        bool.TryParse(text, out value) ? null : "`true` or `false` is wanted";

    private static string? ReadNumber(string key, string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value)
            ? null
            : "a number such as `0.5` is wanted";

    private static string? ReadInteger(string key, string text, out int value)
    {
        var error = ReadLong(key, text, out var number);
        value = (int)Math.Clamp(number, int.MinValue, int.MaxValue);
        return error ?? (value == number ? null : $"at most `{Write(int.MaxValue, "")}` is wanted");
    }

    private static string? ReadLong(string key, string text, out long value)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value))
        {
            return null;
        }

        if (!IsSize(key))
        {
            return "a whole number such as `100` is wanted";
        }

        // Megabytes are 1,000,000 bytes to some and 1,048,576 to others, so they are not guessed.
        var (number, unit) = Split(text);
        var power = Array.FindIndex(Units, 1, name => name.StartsWith(unit, StringComparison.OrdinalIgnoreCase));
        var isBinary = unit.Length >= 2 && unit[1] is 'i' or 'I';
        if (power > 0 && number is > 0 and < 1 << 20 && number == Math.Floor(number.Value) && isBinary)
        {
            value = (long)number << (10 * power);
            return null;
        }

        power = unit.Length is 1 or 2 && (unit.Length == 1 || unit[1] is 'b' or 'B')
            ? Array.FindIndex(Units, 1, name => char.ToUpperInvariant(unit[0]) == name[0])
            : -1;
        return number is > 0 && power > 0
            ? $"write `{number.Value.ToString(CultureInfo.InvariantCulture)}{Units[power]}`, or the number of bytes"
            : "a number of bytes such as `67108864` is wanted, or `64MiB`";
    }

    private static string? ReadDuration(string key, string text, out TimeSpan value)
    {
        // A number alone would be days.
        if (text.Contains(':') && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value))
        {
            return null;
        }

        value = default;
        var (number, unit) = Split(text);
        TimeSpan? meant = number is not (>= 0 and < 1e6) ? null : unit.ToUpperInvariant() switch
        {
            "MS" => TimeSpan.FromMilliseconds(number.Value),
            "" or "S" or "SEC" => TimeSpan.FromSeconds(number.Value),
            "M" or "MIN" => TimeSpan.FromMinutes(number.Value),
            "H" => TimeSpan.FromHours(number.Value),
            "D" => TimeSpan.FromDays(number.Value),
            _ => null,
        };
        return meant is null ? "hours, minutes and seconds are wanted: `00:00:10` is ten seconds"
            : unit.Length == 0 ? $"if seconds are meant, write `{Write(meant, key)}`"
            : $"write `{Write(meant, key)}`";
    }

    /// <summary>Splits a number from the unit after it.</summary>
    private static (double? Number, string Unit) Split(string text)
    {
        var end = text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        return double.TryParse(text.AsSpan(0, end), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? (number, text[end..].Trim())
            : (null, "");
    }

    private static string WriteSize(long bytes)
    {
        var power = 0;
        while (power < Units.Length - 1 && bytes != 0 && bytes % 1024 == 0)
        {
            (bytes, power) = (bytes / 1024, power + 1);
        }

        return bytes.ToString(CultureInfo.InvariantCulture) + Units[power];
    }
}

/// <summary>Reads the text of a setting.</summary>
/// <returns>What would be right, without a full stop; null if the text is right.</returns>
internal delegate string? SettingReader<T>(string key, string text, out T value);
