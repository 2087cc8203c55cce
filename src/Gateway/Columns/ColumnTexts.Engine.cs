namespace Gateway.Columns;

/// <summary>Lists that are columns, wherever a field has one.</summary>
internal static class ColumnTexts
{
    public static SchemaBuilder AddColumnTexts(this SchemaBuilder schema) => schema
        .WriteLeaves<IReadOnlyList<double?>>(static (in IReadOnlyList<double?> list) => list is NumberColumn column ? column.Json : default)
        .WriteLeaves<IReadOnlyList<DateTimeOffset>>(static (in IReadOnlyList<DateTimeOffset> list) => list is InstantColumn column ? column.Json : default);
}
