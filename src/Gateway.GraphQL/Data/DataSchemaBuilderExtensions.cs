using Gateway.GraphQL.Definitions;

namespace Gateway.GraphQL.Data;

/// <summary>Adds the conventions of HotChocolate.Data to a schema.</summary>
public static class DataSchemaBuilderExtensions
{
    /// <summary>Allows <see cref="UseFilteringAttribute"/>.</summary>
    public static SchemaBuilder AddFiltering(this SchemaBuilder schema) => schema.AddDefinitions(
        new StringOperations(),
        new IdOperations(),
        new BooleanOperations(),
        new ComparableOperations<int>("IntOperationFilterInput", static (a, b) => a < b, static (a, b) => a <= b),
        new ComparableOperations<long>("LongOperationFilterInput", static (a, b) => a < b, static (a, b) => a <= b),
        new ComparableOperations<double>("FloatOperationFilterInput", static (a, b) => a < b, static (a, b) => a <= b),
        new ComparableOperations<DateTimeOffset>("DateTimeOperationFilterInput", static (a, b) => a < b, static (a, b) => a <= b));

    /// <summary>Allows <see cref="UseSortingAttribute"/>.</summary>
    public static SchemaBuilder AddSorting(this SchemaBuilder schema) => schema.AddDefinitions(new SortDirectionDefinition());
}
