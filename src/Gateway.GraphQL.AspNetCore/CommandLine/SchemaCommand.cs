namespace Gateway.GraphQL.AspNetCore.CommandLine;

/// <summary>The commands <c>schema export</c> and <c>schema print</c>. Exit codes: 0 for success, 1 for failure.</summary>
internal static class SchemaCommand
{
    private const string Usage = """
        Usage:
          schema export [--output FILE]  Writes the schema to a file. FILE may be a directory; a name
                                         without .graphql or .graphqls gets .graphqls.
                                         Default: schema.graphqls
          schema print                   Writes the schema to standard output.
        """;

    public static bool Is(string[] args) => args is ["schema", ..];

    /// <param name="args">The whole command line, with <c>schema</c>.</param>
    /// <param name="schema">Gets the schema's text. Only called for a valid command.</param>
    /// <param name="output">The standard output.</param>
    /// <param name="error">The standard error.</param>
    public static int Run(string[] args, Func<string> schema, TextWriter output, TextWriter error)
    {
        switch (args)
        {
            case ["schema", "print"]:
                output.Write(schema());
                return 0;

            case ["schema", "export"]:
                return Export("schema.graphqls", schema, output, error);

            case ["schema", "export", "--output", var file]:
                return Export(file, schema, output, error);

            case ["schema", "export", var option] when option.StartsWith("--output=", StringComparison.Ordinal):
                return Export(option["--output=".Length..], schema, output, error);

            default:
                error.WriteLine(Usage);
                return 1;
        }
    }

    private static int Export(string file, Func<string> schema, TextWriter output, TextWriter error)
    {
        var text = schema();
        try
        {
            var path = FilePath(file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);

            // WriteAllText writes UTF-8 without a byte order mark.
            File.WriteAllText(path, text);
            output.WriteLine("Exported Files:");
            output.WriteLine($"- {path}");
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            error.WriteLine($"The schema could not be written to `{file}`: {e.Message}");
            return 1;
        }
    }

    private static string FilePath(string file)
    {
        var path = Path.GetFullPath(file);
        return Directory.Exists(path) ? Path.Combine(path, "schema.graphqls")
            : Path.GetExtension(path) is ".graphql" or ".graphqls" ? path
            : path + ".graphqls";
    }
}
