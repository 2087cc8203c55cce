using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Gateway.GraphQL.Generators;

/// <summary>
/// The types of a schema have different names (GraphQL September 2025, §3.3, https://spec.graphql.org/September2025/#sec-Schema). Those of
/// different schemas, such as the schemas of tests, may have one.
/// </summary>
internal static class TypeNameRule
{
    public static readonly IReadOnlyDictionary<string, string> Scalars = new Dictionary<string, string>
    {
        ["string"] = "String",
        ["bool"] = "Boolean",
        ["int"] = "Int",
        ["long"] = "Long",
        ["double"] = "Float",
        ["global::System.DateTimeOffset"] = "DateTime",
        [Annotation.Id] = "ID",
    };

    public static IEnumerable<Finding> Check(IReadOnlyDictionary<string, TypePart> types, IEnumerable<IReadOnlyList<string>> schemas) =>
        schemas.SelectMany(roots => CheckSchema(types, roots));

    private static IEnumerable<Finding> CheckSchema(IReadOnlyDictionary<string, TypePart> types, IReadOnlyList<string> roots)
    {
        // Each schema has these, since introspection does.
        var keys = new Queue<string>(["string", "bool", .. roots]);
        var reached = new HashSet<string>(keys);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        while (keys.Count > 0)
        {
            var key = keys.Dequeue();
            if (Scalars.TryGetValue(key, out var scalar))
            {
                names[scalar] = "a scalar";
            }
            else if (types.TryGetValue(key, out var type))
            {
                foreach (var reference in type.References.Where(reached.Add))
                {
                    keys.Enqueue(reference);
                }
            }
        }

        foreach (var key in reached)
        {
            if (!types.TryGetValue(key, out var type) || type.Role == TypeRole.Extension)
            {
                continue;
            }

            if (names.TryGetValue(type.Name, out var first))
            {
                yield return Diagnostics.OneNameForTwo.At(type.Source, type.Name, first, Text(type));
            }
            else
            {
                names[type.Name] = Text(type);
            }
        }
    }

    private static string Text(TypePart type) => type.Role == TypeRole.Input ? $"the input {type.Source.Text()}" : type.Source.Text();
}
