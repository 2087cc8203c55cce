using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution;

/// <summary>The <c>errors</c> of a response (§7.1.2).</summary>
internal static class ErrorWriter
{
    private const int MaxMessageLength = 2000;

    /// <summary>Writes <c>"errors":[…]</c>.</summary>
    public static void Write(IReadOnlyList<IError> errors, JsonOutput output)
    {
        output.WriteRaw("\"errors\":["u8);
        for (var index = 0; index < errors.Count; index++)
        {
            if (index > 0)
            {
                output.WriteRaw((byte)',');
            }

            Write(errors[index], output);
        }

        output.WriteRaw((byte)']');
    }

    private static void Write(IError error, JsonOutput output)
    {
        output.WriteRaw("{\"message\":"u8);
        output.WriteString(Cut(error.Message));
        WriteLocations(error, output);
        if (error.Path is { } path)
        {
            output.WriteRaw(",\"path\":"u8);
            WriteValue(path, output);
        }

        WriteExtensions(error, output);
        output.WriteRaw((byte)'}');
    }

    // Messages say back what was asked, which may be of any length.
    private static string Cut(string message) => message.Length <= MaxMessageLength ? message
        : string.Concat(message.AsSpan(0, MaxMessageLength - (char.IsHighSurrogate(message[MaxMessageLength - 1]) ? 1 : 0)), "…");

    private static void WriteLocations(IError error, JsonOutput output)
    {
        for (var index = 0; index < error.Locations.Count; index++)
        {
            var (line, column) = error.Locations[index];
            output.WriteRaw(index == 0 ? ",\"locations\":[{\"line\":"u8 : ",{\"line\":"u8);
            output.WriteNumber(line);
            output.WriteRaw(",\"column\":"u8);
            output.WriteNumber(column);
            output.WriteRaw((byte)'}');
        }

        if (error.Locations.Count > 0)
        {
            output.WriteRaw((byte)']');
        }
    }

    private static void WriteExtensions(IError error, JsonOutput output)
    {
        if (error.Code is null && error.Extensions is null)
        {
            return;
        }

        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (error.Code is not null)
        {
            extensions["code"] = error.Code;
        }

        foreach (var (key, value) in error.Extensions ?? new Dictionary<string, object?>())
        {
            extensions[key] = value;
        }

        output.WriteRaw(",\"extensions\":"u8);
        WriteValue(extensions, output);
    }

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
