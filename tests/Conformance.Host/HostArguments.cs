using System.Globalization;

namespace Conformance.Host;

/// <summary>What the command line says.</summary>
/// <param name="SchemaFile">A file in the schema definition language; null for the schema that is built from C#.</param>
/// <param name="VerdictsFile">A file with schemas that are only judged, as a JSON array of strings; null for a host.</param>
/// <param name="Port">Where to listen on the loopback interface; 0 for any free port.</param>
internal sealed record HostArguments(string? SchemaFile, string? VerdictsFile, int Port)
{
    public const string Usage =
        "usage: dotnet run --project tests/Conformance.Host -- (SCHEMA.graphql | --code-first) [--port N] | --verdicts SCHEMAS.json";

    /// <summary>Null where they can't be understood.</summary>
    public static HostArguments? Parse(ReadOnlySpan<string> arguments)
    {
        if (arguments is ["--verdicts", var verdicts])
        {
            return new HostArguments(SchemaFile: null, verdicts, Port: 0);
        }

        var port = 0;
        if (arguments is [var schema, "--port", var text]
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port > ushort.MaxValue))
        {
            return null;
        }

        return arguments.Length is 1 or 3 && (arguments.Length == 1 || arguments[1] == "--port")
            ? new HostArguments(arguments[0] == "--code-first" ? null : arguments[0], VerdictsFile: null, port)
            : null;
    }
}
