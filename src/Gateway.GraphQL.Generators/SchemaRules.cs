using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Gateway.GraphQL.Generators;

/// <summary>
/// What the specification asks of a schema (GraphQL September 2025, §3, https://spec.graphql.org/September2025/#sec-Type-System), as far as
/// the types of one assembly show it. The engine checks the whole schema again when it starts.
/// </summary>
internal static class SchemaRules
{
    /// <param name="parts">The types, by key.</param>
    /// <param name="schemas">The keys with which each schema certainly begins.</param>
    /// <param name="assembly">The assembly that is compiled.</param>
    public static IEnumerable<Finding> Check(
        IReadOnlyDictionary<string, TypePart> parts, IReadOnlyList<IReadOnlyList<string>> schemas, IAssemblySymbol assembly) =>
    [
        .. NameRules.Check(parts.Values),
        .. EmptyTypeRule.Check([.. parts.Values], assembly),
        .. InputRules.Check(parts.Values),
        .. FiniteInputRule.Check(parts),
        .. new DefaultRule(parts).Check(),
        .. TypeNameRule.Check(parts, schemas),
        .. ExtensionRule.Check(parts, schemas),
    ];

    public static Finding At(this DiagnosticDescriptor descriptor, ISymbol source, params string[] arguments) =>
        Finding.Of(descriptor, source.Locations.FirstOrDefault(), arguments);
}
