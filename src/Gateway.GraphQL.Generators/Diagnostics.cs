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

    public static readonly DiagnosticDescriptor WrongName = Error(
        "GQL0009", "A name is not valid", "`{0}` has no valid name: letters, digits and `_`, and no digit first");

    public static readonly DiagnosticDescriptor ReservedName = Error(
        "GQL0010",
        "A name is reserved",
        "`{0}` has a name that is reserved for introspection: begin it with one `_` at most");

    public static readonly DiagnosticDescriptor ValueIsLiteral = Error(
        "GQL0011", "An enum value has the name of another literal", "`{0}` has the name of another literal: rename it with [GraphQLName]");

    public static readonly DiagnosticDescriptor NoMembers = Error(
        "GQL0012", "A type has no fields or values", "The {0} `{1}` has no {2}: it needs at least one");

    public static readonly DiagnosticDescriptor DeprecatedAndRequired = Error(
        "GQL0013",
        "An input is deprecated and required",
        "`{0}` is required and can't be deprecated: make it nullable or give it a default first");

    public static readonly DiagnosticDescriptor WrongOneOf = Error(
        "GQL0014", "A field of a @oneOf is required or has a default", "`{0}` must {1}, since `{2}` is @oneOf");

    public static readonly DiagnosticDescriptor NoLiteralSyntax = Error(
        "GQL0015", "A [DefaultValueSyntax] does not parse", "The default of `{0}` is no GraphQL literal: {1}");

    public static readonly DiagnosticDescriptor WrongDefault = Error(
        "GQL0016", "A default does not fit its type", "The default of `{0}` {1}");

    public static readonly DiagnosticDescriptor EndlessDefault = Error(
        "GQL0017",
        "A default needs itself",
        "The default of `{0}` needs itself without end ({1}): give the next field a value in one of these defaults, or remove one");

    public static readonly DiagnosticDescriptor EndlessInput = Error(
        "GQL0018",
        "An input object needs itself",
        "{0} needs itself without end ({1}): make one of these fields nullable or a list; a @oneOf needs a field of another type");

    public static readonly DiagnosticDescriptor OneNameForTwo = Error(
        "GQL0019", "Two types have one name", "Two types are named `{0}`, {1} and {2}: rename one with [GraphQLName]");

    public static readonly DiagnosticDescriptor NotShapeable = Error(
        "GQL0024",
        "A result can't be filtered, sorted or paged",
        "`{0}`: {1} can't be filtered, sorted or paged: return an IReadOnlyList or IEnumerable of objects that are not null");

    public static readonly DiagnosticDescriptor NoKeys = Error(
        "GQL0025", "A list can't be sorted", "`{0}`: {1} has no property to sort by");

    public static readonly DiagnosticDescriptor ConnectionTwice = Error(
        "GQL0026",
        "Two connections have one name",
        "`{0}`: there is another connection `{1}`, of other items or with another totalCount: set another ConnectionName");

    // Those below have HotChocolate's ids, and say what its analyzers say.
    public static readonly DiagnosticDescriptor ExtensionNotPartial = Error(
        "HC0080", "A class that adds fields is not partial", "{0} adds fields to an object type: make it partial");

    public static readonly DiagnosticDescriptor ExtensionNotStatic = Error(
        "HC0081", "A class that adds fields is not static", "{0} adds fields to an object type: make it static");

    public static readonly DiagnosticDescriptor RootNotPartial = Error(
        "HC0091", "A class of root fields is not partial", "{0} adds fields to a root type: make it partial");

    public static readonly DiagnosticDescriptor WrongParent = Error(
        "HC0097", "A [Parent] has the wrong type", "`{0}`: the parent is {1}, not {2}");

    public static readonly DiagnosticDescriptor IdOfParameter = Error(
        "HC0105", "[ID] stands on a record's parameter", "[ID] of {0} is for its property: write [property: ID]");

    public static readonly DiagnosticDescriptor DataOrder = Error(
        "HC0100", "[UsePaging], [UseFiltering] and [UseSorting] stand in another order",
        "`{0}`: the order is [UsePaging], [UseFiltering], [UseSorting]");

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "GraphQL", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
