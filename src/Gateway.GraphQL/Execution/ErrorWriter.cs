using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution;

/// <summary>
/// The <c>errors</c> of a response (GraphQL September 2025, §7.1.6, https://spec.graphql.org/September2025/#sec-Errors), and the values of
/// <c>extensions</c>.
/// </summary>
internal static class ErrorWriter
{
    private const int MaxMessageLength = 2000;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes <c>"errors":[…]</c>.</summary>
    public static void Write(IReadOnlyList<IError> errors, JsonOutput output)
    {
        output.WriteRaw("\"errors\":"u8);
        WriteValue(errors.Select(MapOf), output);
    }

    /// <summary>Writes null, a string, a boolean, a number, or a dictionary or list of these. Any other value becomes its text.</summary>
    public static void WriteValue(object? value, JsonOutput output)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            Write(value, json);
        }

        output.WriteRaw(buffer.WrittenSpan);
    }

    private static void Write(object? value, Utf8JsonWriter json)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case sbyte or byte or short or ushort or int or uint or long:
                json.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case ulong number:
                json.WriteNumberValue(number);
                break;
            case float number when float.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case IReadOnlyDictionary<string, object?> members:
                json.WriteStartObject();
                foreach (var (name, member) in members)
                {
                    json.WritePropertyName(name);
                    Write(member, json);
                }

                json.WriteEndObject();
                break;
            case IEnumerable items:
                json.WriteStartArray();
                foreach (var item in items)
                {
                    Write(item, json);
                }

                json.WriteEndArray();
                break;
            default:
                // JSON has no number for infinity.
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static Dictionary<string, object?> MapOf(IError error)
    {
        var map = new Dictionary<string, object?> { ["message"] = Cut(error.Message) };
        if (error.Locations.Count > 0)
        {
            map["locations"] = error.Locations
                .Select(place => new Dictionary<string, object?> { ["line"] = place.Line, ["column"] = place.Column }).ToList();
        }

        if (error.Path is { } path)
        {
            map["path"] = path;
        }

        if (error.Extensions is { } extensions)
        {
            map["extensions"] = extensions;
        }

        return map;
    }

    // Truncates a message, because messages quote the request, which may be long.
    private static string Cut(string message) => message.Length <= MaxMessageLength ? message
        : string.Concat(message.AsSpan(0, MaxMessageLength - (char.IsHighSurrogate(message[MaxMessageLength - 1]) ? 1 : 0)), "…");
}
