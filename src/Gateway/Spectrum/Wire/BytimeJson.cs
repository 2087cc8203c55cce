using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gateway.Spectrum.Wire;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    MaxDepth = 32,
    AllowDuplicateProperties = false,
    Converters = [typeof(ColumnsConverter), typeof(TimeIntervalConverter), typeof(InstantConverter)])]
[JsonSerializable(typeof(BytimeResult))]
internal sealed partial class BytimeJson : JsonSerializerContext;

/// <summary>
/// Reads a row's metrics: a list of columns, or a flat list with one value for each metric.
/// What is null is a null value, or a column of one.
/// </summary>
internal sealed class ColumnsConverter : JsonConverter<double?[][]>
{
    public override double?[][] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var columns = new List<double?[]>(SpectrumNames.MetricCount);
        var values = new List<double?>();
        JsonArrays.Open(ref reader);
        while (JsonArrays.Next(ref reader))
        {
            values.Clear();
            if (reader.TokenType is JsonTokenType.StartArray)
            {
                while (JsonArrays.Next(ref reader))
                {
                    values.Add(Value(ref reader));
                }
            }
            else
            {
                values.Add(Value(ref reader));
            }

            columns.Add([.. values]);
        }

        return [.. columns];
    }

    public override void Write(Utf8JsonWriter writer, double?[][] value, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    private static double? Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,

        // A number beyond the range of a double is read as infinite, which GraphQL can't say.
        JsonTokenType.Number => reader.GetDouble() is var number && double.IsFinite(number) ? number : null,
        _ => throw new JsonException("A metric is a number or null."),
    };
}

/// <summary>Reads <c>[start, end]</c>, where the end may be missing.</summary>
internal sealed class TimeIntervalConverter : JsonConverter<TimeInterval>
{
    public override TimeInterval Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        JsonArrays.Open(ref reader);
        DateTimeOffset? start = null;
        DateTimeOffset? end = null;
        for (var i = 0; JsonArrays.Next(ref reader); i++)
        {
            var instant = InstantConverter.Instant(ref reader);
            (start, end) = i switch
            {
                0 => (instant, end),
                1 => (start, instant),
                _ => (start, end),
            };
        }

        return new TimeInterval(start ?? throw new JsonException("A time interval has no start."), end);
    }

    public override void Write(Utf8JsonWriter writer, TimeInterval value, JsonSerializerOptions options) =>
        throw new NotSupportedException();
}

/// <summary>Reads an instant of RFC 3339, in UTC where it has no offset; what is none is null.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Instant(ref reader);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    public static DateTimeOffset? Instant(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not JsonTokenType.String || !reader.TryGetDateTime(out var clock))
        {
            reader.Skip();
            return null;
        }

        // Without an offset the reader would take the machine's own.
        return clock.Kind is DateTimeKind.Unspecified ? new DateTimeOffset(clock, TimeSpan.Zero)
            : reader.TryGetDateTimeOffset(out var instant) ? instant.ToUniversalTime()
            : null;
    }
}

internal static class JsonArrays
{
    public static void Open(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            throw new JsonException("A list was expected.");
        }
    }

    /// <summary>Moves to the next item; false at the end of the list.</summary>
    public static bool Next(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType is not JsonTokenType.EndArray;
}
