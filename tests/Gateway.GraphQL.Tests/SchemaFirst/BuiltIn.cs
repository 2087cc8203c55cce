using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Tests.SchemaFirst;

/// <summary>The built-in types and directives, taken from a schema with a field of each scalar.</summary>
internal static class BuiltIn
{
    public static Schema Schema { get; } = SchemaBuilder.New().AddDefinitions(new BuiltIn_ScalarsExtension()).AddQueryType().AddTypeExtension(typeof(Scalars)).Create();

    public static IReadOnlyList<OutputField> MetaFields => [Schema.FieldOf(Schema.QueryType, "__schema"), Schema.FieldOf(Schema.QueryType, "__type")];

    /// <summary>What introspection needs, and not only a field of that type.</summary>
    public static bool IsInEverySchema(NamedType type) => type.Name is "String" or "Boolean" || type.Name.StartsWith("__", StringComparison.Ordinal);

    /// <summary>The names that no definition can have: those of the specification's scalars and of introspection (§3.3, §3.5).</summary>
    public static bool IsReserved(string name) => name is "Int" or "Float" or "String" or "Boolean" or "ID"
        || (name.StartsWith("__", StringComparison.Ordinal) && Schema.TryGetType(name, out _));

    [QueryType]
    internal static partial class Scalars
    {
        [ID]
        public static string? GetId() => null;

        public static int? GetInt() => null;

        public static double? GetFloat() => null;

        public static long? GetLong() => null;

        public static DateTimeOffset? GetDateTime() => null;
    }
}
