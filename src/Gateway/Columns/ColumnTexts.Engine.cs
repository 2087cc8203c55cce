namespace Gateway.Columns;

/// <summary>Lets the engine copy the JSON of columns wherever a field returns one.</summary>
internal static class ColumnTexts
{
    public static SchemaBuilder AddColumnTexts(this SchemaBuilder schema) => schema
        .WriteLeaves<IReadOnlyList<double?>>(static (in IReadOnlyList<double?> list) => list is NumberColumn column ? column.Json : default)
        .WriteLeaves<IReadOnlyList<DateTimeOffset>>(
            static (in IReadOnlyList<DateTimeOffset> list) => list is InstantColumn column ? column.Json : default);
}
