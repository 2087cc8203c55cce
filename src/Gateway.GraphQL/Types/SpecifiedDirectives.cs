using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types;

/// <summary>
/// The directives that every schema defines (GraphQL September 2025, §3.13,
/// https://spec.graphql.org/September2025/#sec-Type-System.Directives).
/// </summary>
internal static class SpecifiedDirectives
{
    public const string DefaultDeprecationReason = "No longer supported";

    public static IReadOnlyList<DirectiveType> Create(ScalarType booleanType, ScalarType stringType)
    {
        var boolean = new NonNullType(booleanType);
        var text = new NonNullType(stringType);
        return
        [
            new DirectiveType(
                "skip", "Leaves the field or fragment out where `if` is true.",
                [Argument("if", "Left out when true.", boolean)], IsRepeatable: false,
                [DirectiveLocation.Field, DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment]),
            new DirectiveType(
                "include", "Leaves the field or fragment out where `if` is false.",
                [Argument("if", "Included when true.", boolean)], IsRepeatable: false,
                [DirectiveLocation.Field, DirectiveLocation.FragmentSpread, DirectiveLocation.InlineFragment]),
            new DirectiveType(
                "deprecated", "Marks what should no longer be used.",
                [Argument("reason", "Why, and what to use instead, as Markdown.", text, DefaultDeprecationReason)], IsRepeatable: false,
                [
                    DirectiveLocation.FieldDefinition, DirectiveLocation.ArgumentDefinition,
                    DirectiveLocation.InputFieldDefinition, DirectiveLocation.EnumValue,
                ]),
            new DirectiveType(
                "specifiedBy", "Says where the behaviour of a custom scalar is specified.",
                [Argument("url", "The URL of the specification.", text)], IsRepeatable: false, [DirectiveLocation.Scalar]),
            new DirectiveType(
                "oneOf", "Exactly one field of the input object is given.", [], IsRepeatable: false, [DirectiveLocation.InputObject]),
        ];
    }

    public static bool IsSpecified(string name) => name is "skip" or "include" or "deprecated" or "specifiedBy" or "oneOf";

    private static InputField Argument(string name, string description, NonNullType type, string? defaultValue = null) =>
        new(name, description, type, defaultValue is null ? null : new StringValueNode(defaultValue, IsBlock: false, default));
}
