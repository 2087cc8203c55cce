using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types;

/// <summary>
/// The definition of a directive (GraphQL September 2025, §3.13, https://spec.graphql.org/September2025/#sec-Type-System.Directives). A
/// repeatable directive may be applied more than once at one location.
/// </summary>
public sealed record DirectiveType(
    string Name, string? Description, IReadOnlyList<InputField> Arguments, bool IsRepeatable, IReadOnlyList<DirectiveLocation> Locations);
