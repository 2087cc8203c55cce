using System.Globalization;
using Gateway.GraphQL;
using Gateway.GraphQL.Types;

namespace Conformance.Host.Deterministic;

/// <summary>
/// The value that a seed gives to a type; some seeds give null, also where it is not allowed, or an error.
/// tests/Conformance/differential/resolvers.mjs does the same in JavaScript.
/// </summary>
internal sealed class DeterministicValues(Schema schema)
{
    public object? Create(GraphQLType type, string seed) => type is NonNullType nonNull
        ? Create(nonNull.OfType, seed, isNonNull: true)
        : Create(type, seed, isNonNull: false);

    private object? Create(GraphQLType type, string seed, bool isNonNull)
    {
        var hash = Fnv1a.Hash(seed);
        if (isNonNull ? hash % 47 == 0 : hash % 11 == 0)
        {
            return null;
        }

        if (!isNonNull && hash % 13 == 0)
        {
            return ErrorBuilder.New().SetMessage(string.Create(CultureInfo.InvariantCulture, $"E{hash}")).Build();
        }

        return type switch
        {
            ListType list => Enumerable.Range(0, (int)(hash % 4)).Select(index => Create(list.OfType, $"{seed}[{index}]")).ToList(),
            EnumType values => values.Values[(int)(hash % (uint)values.Values.Count)].Name,
            ScalarType scalar => CreateScalar(scalar.Name, hash),
            NamedType composite => Object(PickType(composite, hash), seed),
            _ => throw new ArgumentException($"`{type}` has no values.", nameof(type)),
        };
    }

    private string PickType(NamedType type, uint hash)
    {
        if (type is ObjectType)
        {
            return type.Name;
        }

        var names = schema.PossibleTypes(type).Select(possible => possible.Name).Order(StringComparer.Ordinal).ToList();
        return names[(int)(hash % (uint)names.Count)];
    }

    private static Dictionary<string, object?> Object(string type, string seed) => new() { ["__typename"] = type, ["seed"] = seed };

    private static object CreateScalar(string name, uint hash) => name switch
    {
        "Int" => (int)hash,
        "Float" => (hash % 20000 / 8.0) - 1000,
        "Boolean" => (hash & 1) == 1,
        "ID" => string.Create(CultureInfo.InvariantCulture, $"id{hash % 1000}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"s{hash:x}"),
    };
}
