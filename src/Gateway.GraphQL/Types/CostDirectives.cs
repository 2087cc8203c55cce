using System.Globalization;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types;

/// <summary>Defines <c>@cost</c> (https://ibm.github.io/graphql-specs/cost-spec.html) for schemas that use it.</summary>
internal static class CostDirectives
{
    /// <param name="types">The types of the schema.</param>
    /// <param name="text">The type of the argument <c>weight</c>.</param>
    public static IEnumerable<DirectiveType> UsedBy(IReadOnlyCollection<NamedType> types, ScalarType text)
    {
        var isUsed = types.Any(type => type.Cost is not null)
            || types.OfType<ComplexType>().SelectMany(type => type.Fields)
                .Any(field => field.Cost is not null || field.Arguments.Any(argument => argument.Cost is not null));
        return !isUsed ? [] :
        [
            new DirectiveType(
                "cost",
                "The weight of a field, argument or type in the cost of an operation.",
                [new InputField("weight", "The weight, as a decimal number.", new NonNullType(text))],
                IsRepeatable: false,
                [
                    DirectiveLocation.Scalar, DirectiveLocation.Object, DirectiveLocation.FieldDefinition,
                    DirectiveLocation.ArgumentDefinition, DirectiveLocation.Enum, DirectiveLocation.InputFieldDefinition,
                ]),
        ];
    }

    public static IEnumerable<DirectiveNode> On(double? cost) => cost is not { } weight ? [] :
    [
        new DirectiveNode("cost", [new ArgumentNode("weight", Text(weight), default)], default),
    ];

    private static StringValueNode Text(double weight) => new(weight.ToString(CultureInfo.InvariantCulture), IsBlock: false, default);
}
