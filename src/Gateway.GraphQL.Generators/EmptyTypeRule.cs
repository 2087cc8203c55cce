using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Gateway.GraphQL.Generators;

/// <summary>
/// Types have members (GraphQL September 2025, §3.6 to §3.10, https://spec.graphql.org/September2025/#sec-Objects.Type-Validation). Not
/// checked here is an object type that no field refers to: it may be a root type, which has fields of other classes. Nor is one of another
/// assembly, whose classes add fields to it that this one does not see.
/// </summary>
internal static class EmptyTypeRule
{
    public static IEnumerable<Finding> Check(IReadOnlyCollection<TypePart> types, IAssemblySymbol assembly)
    {
        var used = new HashSet<string>(types.SelectMany(static type => type.References));
        return types.Where(type => LacksMembers(type, used)).Select(static type => Diagnostics.NoMembers.At(
            type.Source,
            type.Role == TypeRole.Enum ? "enum" : type.Role == TypeRole.Input ? "input object" : "type",
            type.Name,
            type.Role == TypeRole.Enum ? "values" : "fields"));

        bool LacksMembers(TypePart type, HashSet<string> used) => type.Role switch
        {
            TypeRole.Interface => !Members.FieldsOf(type.Source, withInterfaces: true).Any(),
            TypeRole.Enum => !type.Values.Any(),
            TypeRole.Input => Members.InputsOf(type.Source) is (not null, { Count: 0 }),
            TypeRole.Object => !Members.FieldsOf(type.Source, withInterfaces: false).Any()
                && used.Contains(type.Key)
                && SymbolEqualityComparer.Default.Equals(type.Source.ContainingAssembly, assembly)
                && !types.Any(other => Extends(other, type)),
            _ => false,
        };
    }

    private static bool Extends(TypePart extension, TypePart type) => extension.Role == TypeRole.Extension && extension.Name == type.Name;
}
