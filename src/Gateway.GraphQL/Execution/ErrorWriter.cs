using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution;

/// <summary>The <c>errors</c> of a response (GraphQL September 2025, §7.1.6, https://spec.graphql.org/September2025/#sec-Errors).</summary>
internal static class ErrorWriter
{
    private const int MaxMessageLength = 2000;

    /// <summary>Writes <c>"errors":[…]</c>.</summary>
    public static void Write(IReadOnlyList<IError> errors, JsonOutput output)
    {
        output.WriteRaw("\"errors\":"u8);
        WriteList([.. errors.Select(MapOf)], output);
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

    public static void WriteValue(object? value, JsonOutput output)
    {
        switch (value)
        {
            case null: output.WriteNull(); break;
            case string text: output.WriteString(text); break;
            case bool flag: output.WriteBoolean(flag); break;
            case int number: output.WriteNumber(number); break;
            case long number: output.WriteNumber(number); break;
            case double number when double.IsFinite(number): output.WriteNumber(number); break;
            case IReadOnlyDictionary<string, object?> map: WriteMap(map, output); break;
            case IReadOnlyList<object?> list: WriteList(list, output); break;
            default: output.WriteString(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)); break;
        }
    }

    private static void WriteMap(IReadOnlyDictionary<string, object?> map, JsonOutput output)
    {
        var separator = (byte)'{';
        foreach (var (key, value) in map)
        {
            output.WriteRaw(separator);
            output.WriteString(key);
            output.WriteRaw((byte)':');
            WriteValue(value, output);
            separator = (byte)',';
        }

        if (map.Count == 0)
        {
            output.WriteRaw(separator);
        }

        output.WriteRaw((byte)'}');
    }

    private static void WriteList(IReadOnlyList<object?> list, JsonOutput output)
    {
        output.WriteRaw((byte)'[');
        for (var index = 0; index < list.Count; index++)
        {
            if (index > 0)
            {
                output.WriteRaw((byte)',');
            }

            WriteValue(list[index], output);
        }

        output.WriteRaw((byte)']');
    }
}
