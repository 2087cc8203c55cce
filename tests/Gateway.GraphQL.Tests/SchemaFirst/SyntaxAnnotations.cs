using System.Collections.Immutable;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Tests.SchemaFirst;

/// <summary>
/// Reads the specified directives of a definition (GraphQL September 2025, §3.13,
/// https://spec.graphql.org/September2025/#sec-Type-System.Directives).
/// </summary>
internal static class SyntaxAnnotations
{
    /// <summary>The deprecation's reason; null if there is no deprecation.</summary>
    public static string? DeprecationOf(ImmutableArray<DirectiveNode> directives) =>
        Find(directives, "deprecated") is { } directive ? TextOf(directive, "reason") ?? SpecifiedDirectives.DefaultDeprecationReason : null;

    /// <summary>The URL of a scalar's specification; null if there is none.</summary>
    public static string? SpecificationOf(ImmutableArray<DirectiveNode> directives) =>
        Find(directives, "specifiedBy") is { } directive ? TextOf(directive, "url") : null;

    public static bool IsOneOf(ImmutableArray<DirectiveNode> directives) => Find(directives, "oneOf") is not null;

    private static DirectiveNode? Find(ImmutableArray<DirectiveNode> directives, string name) =>
        directives.FirstOrDefault(directive => directive.Name == name);

    private static string? TextOf(DirectiveNode directive, string argument) =>
        (directive.Arguments.FirstOrDefault(candidate => candidate.Name == argument)?.Value as StringValueNode)?.Value;
}
