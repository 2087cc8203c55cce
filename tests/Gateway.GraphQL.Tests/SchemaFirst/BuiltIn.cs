using Gateway.GraphQL.Inference;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Tests.SchemaFirst;

/// <summary>The built-in types and directives, taken from a schema with a field of each scalar.</summary>
internal static class BuiltIn
{
    public static Schema Schema { get; } = SchemaBuilder.New().AddQueryType().AddTypeExtension(typeof(Scalars)).Create();

    public static IReadOnlyList<OutputField> MetaFields => [Schema.FieldOf(Schema.QueryType, "__schema"), Schema.FieldOf(Schema.QueryType, "__type")];

    /// <summary>What introspection needs, and not only a field of that type.</summary>
    public static bool IsInEverySchema(NamedType type) => type.Name is "String" or "Boolean" || type.Name.StartsWith("__", StringComparison.Ordinal);

    [QueryType]
    private static class Scalars
    {
        [ID]
        public static string? GetId() => null;

        public static int? GetInt() => null;

        public static double? GetFloat() => null;

        public static long? GetLong() => null;

        public static DateTimeOffset? GetDateTime() => null;
    }
}
