using System.Globalization;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types;

/// <summary>
/// Defines <c>@cost</c> and <c>@listSize</c> (https://ibm.github.io/graphql-specs/cost-spec.html) for schemas that use them.
/// </summary>
internal static class CostDirectives
{
    /// <param name="types">The types of the schema.</param>
    /// <param name="text">The type String.</param>
    /// <param name="integer">Gets the type Int, which is part of a schema only if something uses it.</param>
    public static IEnumerable<DirectiveType> UsedBy(IReadOnlyCollection<NamedType> types, ScalarType text, Func<NamedType> integer)
    {
        // The introspection types are no part of the schema's text.
        var fields = types.OfType<ComplexType>().Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal))
            .SelectMany(type => type.Fields).ToList();
        if (types.Any(type => type.Cost is not null)
            || fields.Exists(field => field.Cost is not null || field.Arguments.Any(argument => argument.Cost is not null)))
        {
            yield return new DirectiveType(
                "cost",
                "The weight of a field, argument or type in the cost of an operation.",
                [new InputField("weight", "The weight, as a decimal number.", new NonNullType(text))],
                IsRepeatable: false,
                [
                    DirectiveLocation.Scalar, DirectiveLocation.Object, DirectiveLocation.FieldDefinition,
                    DirectiveLocation.ArgumentDefinition, DirectiveLocation.Enum, DirectiveLocation.InputFieldDefinition,
                ]);
        }

        if (fields.Exists(field => field.ListSize is not null))
        {
            yield return new DirectiveType(
                "listSize",
                "How many items a list counts as in the cost of an operation.",
                [
                    new InputField("assumedSize", "The number of items, whatever the arguments are.", integer()),
                    .. fields.Exists(field => field.Slicing is not null) ? SlicingArguments(text, integer()) : [],
                ],
                IsRepeatable: false,
                [DirectiveLocation.FieldDefinition]);
        }
    }

    public static IEnumerable<DirectiveNode> On(double? cost) => cost is not { } weight ? [] :
        [Directive("cost", "weight", new StringValueNode(weight.ToString(CultureInfo.InvariantCulture), IsBlock: false, default))];

    public static IEnumerable<DirectiveNode> On(OutputField field) => field.ListSize is not { } size ? On(field.Cost) :
    [
        new DirectiveNode("listSize", [new ArgumentNode("assumedSize", Number(size), default), .. On(field.Slicing)], default),
        .. On(field.Cost),
    ];

    private static IEnumerable<InputField> SlicingArguments(ScalarType text, NamedType integer)
    {
        var names = new ListType(new NonNullType(text));
        return
        [
            new InputField("slicingArguments", "The arguments that say how many items there are. `assumedSize` is the most.", names),
            new InputField("slicingArgumentDefaultValue", "The number of items if none of these arguments is given.", integer),
            new InputField("sizedFields", "The lists below that have as many items.", names),
        ];
    }

    private static IEnumerable<ArgumentNode> On(Slicing? slicing) => slicing is null ? [] :
    [
        new ArgumentNode("slicingArguments", Texts(slicing.Arguments), default),
        new ArgumentNode("slicingArgumentDefaultValue", Number(slicing.Default), default),
        new ArgumentNode("sizedFields", Texts(slicing.SizedFields), default),
    ];

    private static IntValueNode Number(int number) => new(number.ToString(CultureInfo.InvariantCulture), default);

    private static ListValueNode Texts(IEnumerable<string> texts) =>
        new([.. texts.Select(static text => new StringValueNode(text, IsBlock: false, default))], default);

    private static DirectiveNode Directive(string name, string argument, ValueNode value) =>
        new(name, [new ArgumentNode(argument, value, default)], default);
}
