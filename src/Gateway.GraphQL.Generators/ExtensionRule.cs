using System.Collections.Generic;
using System.Linq;

namespace Gateway.GraphQL.Generators;

/// <summary>
/// A class adds no field that its type has already (GraphQL September 2025, §3.6.3,
/// https://spec.graphql.org/September2025/#sec-Object-Extensions). Outside of a module, which classes a schema has is known at start.
/// </summary>
internal static class ExtensionRule
{
    public static IEnumerable<Finding> Check(IReadOnlyDictionary<string, TypePart> types, IEnumerable<IReadOnlyList<string>> schemas) =>
        from roots in schemas.Where(static roots => roots.Count > 1)
        from extensions in types.Values.Where(type => type.Role == TypeRole.Extension && roots.Contains(type.Key))
            .GroupBy(static type => type.Name)
        let extended = types.Values.Where(type => type.Role == TypeRole.Object && type.Name == extensions.Key)
        from same in extended.Concat(extensions).SelectMany(static type => type.Fields).GroupBy(static field => field.Name)
        from second in same.Skip(1)
        select Diagnostics.DefinedTwice.At(second.Source, second.Coordinate, second.Source.Text());
}
