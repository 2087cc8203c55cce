using Microsoft.CodeAnalysis;

namespace Gateway.GraphQL.Generators;

/// <summary>What the generator refuses.</summary>
internal static class Diagnostics
{
    public static readonly DiagnosticDescriptor NoResultType = Error(
        "GQL0001", "A result has no GraphQL type", "`{0}`: {1} has no GraphQL type as a result");

    public static readonly DiagnosticDescriptor NoArgumentType = Error(
        "GQL0002",
        "An argument has no GraphQL type",
        "`{0}`: {1} has no GraphQL type as an argument, and is no service: mark a service with [Service]");

    public static readonly DiagnosticDescriptor NoInputType = Error(
        "GQL0003", "An input field has no GraphQL type", "`{0}`: {1} has no GraphQL type as an input");

    public static readonly DiagnosticDescriptor DefinedTwice = Error(
        "GQL0004",
        "Two members have one name",
        "`{0}` is defined twice; the second time by {1}: rename one with [GraphQLName], or mark it with [GraphQLIgnore]");

    public static readonly DiagnosticDescriptor NoInputConstructor = Error(
        "GQL0005",
        "An input object can't be created",
        "{0} can't be an input object: no public constructor has just its properties as parameters");

    public static readonly DiagnosticDescriptor NoLiteral = Error(
        "GQL0006", "A default has no GraphQL literal", "The default of `{0}` is no GraphQL literal: use [DefaultValueSyntax]");

    public static readonly DiagnosticDescriptor NotAccessible = Error(
        "GQL0007",
        "Generated code can't use a type",
        "{0} is not accessible to generated code: make it and the types around it internal or public");

    public static readonly DiagnosticDescriptor NoDocumentation = Error(
        "GQL0008",
        "The compiler reads no documentation",
        "The descriptions of the schema come from documentation comments, which the compiler skips: set GenerateDocumentationFile to true");

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "GraphQL", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
