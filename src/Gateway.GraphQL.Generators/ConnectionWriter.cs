namespace Gateway.GraphQL.Generators;

/// <summary>Writes the definition of a connection and its edges.</summary>
internal static class ConnectionWriter
{
    public static void Write(CodeWriter writer, DataTypes.Connection connection, string name)
    {
        var arguments = CodeWriter.Text(connection.Name) + (connection.HasTotalCount ? ", hasTotalCount: true" : "");
        writer.Block(
            $"internal sealed class {name}()\n    : global::Gateway.GraphQL.Data.ConnectionDefinition<{connection.Item}, {name}>({arguments})",
            () =>
            {
                writer.Line($"protected override Output<{connection.Item}> Item(TypeContext types) =>");
                writer.Line($"    {connection.Output};");
            });
    }
}
