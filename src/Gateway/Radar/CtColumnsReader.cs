using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Gateway.Radar;

/// <summary>Reads one series into columns.</summary>
internal static class CtColumnsReader
{
    // A sign, a fraction and an exponent: Cloudflare writes small shares as 1.4e-05.
    private const NumberStyles ValueStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <returns>Null where the object has neither of the columns, and so is no series.</returns>
    /// <exception cref="JsonException">A column is no list, comes twice, or a timestamp is none: a point without its time says nothing.</exception>
    public static CtColumns? Read(ref Utf8JsonReader reader, string wireName)
    {
        List<DateTimeOffset>? timestamps = null;
        List<double?>? values = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("timestamps"u8))
            {
                timestamps = timestamps is null ? ReadTimestamps(ref reader) : throw new JsonException();
            }
            else if (reader.ValueTextEquals("values"u8))
            {
                values = values is null ? ReadValues(ref reader) : throw new JsonException();
            }
            else
            {
                reader.Skip();
            }
        }

        return timestamps is null && values is null
            ? null
            : new CtColumns(wireName, [.. timestamps ?? []], Fit(values, timestamps?.Count ?? 0));
    }

    private static List<DateTimeOffset> ReadTimestamps(ref Utf8JsonReader reader)
    {
        var timestamps = new List<DateTimeOffset>();
        StartList(ref reader);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            timestamps.Add(CtTime.TryRead(ref reader, out var time) ? time : throw new JsonException());
        }

        return timestamps;
    }

    private static List<double?> ReadValues(ref Utf8JsonReader reader)
    {
        var values = new List<double?>();
        StartList(ref reader);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            values.Add(reader.TokenType switch
            {
                JsonTokenType.String when reader.ValueIsEscaped => Number(Encoding.UTF8.GetBytes(reader.GetString()!)),
                JsonTokenType.String or JsonTokenType.Number => Number(reader.ValueSpan),
                _ => null,
            });
            reader.Skip();
        }

        return values;
    }

    private static void StartList(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException();
        }
    }

    private static double? Number(ReadOnlySpan<byte> utf8) =>
        double.TryParse(utf8, ValueStyle, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    // Each timestamp has a value, be it null; a value without a timestamp has no place.
    private static double?[] Fit(List<double?>? values, int count)
    {
        var fitted = new double?[count];
        values?.CopyTo(0, fitted, 0, Math.Min(count, values.Count));
        return fitted;
    }
}
