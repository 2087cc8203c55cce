using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution;

/// <summary>The <c>errors</c> of a response (GraphQL September 2025, §7.1.6, https://spec.graphql.org/September2025/#sec-Errors).</summary>
internal static class ErrorWriter
{
    private const int MaxMessageLength = 2000;

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Writes <c>"errors":[…]</c>.</summary>
    public static void Write(IReadOnlyList<IError> errors, JsonOutput output)
    {
        output.WriteRaw("\"errors\":"u8);
        WriteValue(errors.Select(MapOf), output);
    }

    public static void WriteValue(object? value, JsonOutput output) =>
        output.WriteRaw(JsonSerializer.SerializeToUtf8Bytes(value, Options));

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
