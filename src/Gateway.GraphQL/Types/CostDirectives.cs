using System.Globalization;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types;

/// <summary><c>@cost</c> and <c>@listSize</c>, which a schema has where it uses them (IBM's cost directive specification).</summary>
internal static class CostDirectives
{
    /// <param name="types">The types of the schema.</param>
    /// <param name="scalarOf">Gives the scalar of a C# type, and puts it among them.</param>
    public static IEnumerable<DirectiveType> UsedBy(IReadOnlyList<NamedType> types, Func<Type, ScalarType> scalarOf)
    {
        var fields = types.OfType<ComplexType>().SelectMany(type => type.Fields).ToList();
        if (types.Any(type => type.Cost is not null) || fields.Exists(f => f.Cost is not null || f.Arguments.Any(a => a.Cost is not null)))
        {
            yield return new DirectiveType(
                "cost", "What a field, an argument or a type adds to the cost of an operation.",
                [new InputField("weight", "What it adds, as a decimal number.", new NonNullType(scalarOf(typeof(string))))], IsRepeatable: false,
                [DirectiveLocation.Scalar, DirectiveLocation.Object, DirectiveLocation.FieldDefinition, DirectiveLocation.ArgumentDefinition,
                    DirectiveLocation.Enum, DirectiveLocation.InputFieldDefinition]);
        }

        if (fields.Exists(field => field.ListSize is not null))
        {
            var names = new ListType(new NonNullType(scalarOf(typeof(string))));
            yield return new DirectiveType(
                "listSize", "How long the list of a field gets, for the cost of an operation.",
                [
                    new InputField("assumedSize", "The size where no argument says it.", scalarOf(typeof(int))),
                    new InputField("slicingArguments", "The arguments that say it.", names),
                    new InputField("slicingArgumentDefaultValue", "The size where none of them is given.", scalarOf(typeof(int))),
                    new InputField("sizedFields", "The fields below that have the size, where it is not this one.", names),
                    new InputField("requireOneSlicingArgument", "Whether exactly one of them must be given.", scalarOf(typeof(bool)),
                        new BooleanValueNode(true, default)),
                ],
                IsRepeatable: false, [DirectiveLocation.FieldDefinition]);
        }
    }

    public static IEnumerable<DirectiveNode> On(OutputField field) => On(field.ListSize).Concat(On(field.Cost));

    public static IEnumerable<DirectiveNode> On(double? cost)
    {
        if (cost is { } weight)
        {
            yield return new DirectiveNode(
                "cost", [new ArgumentNode("weight", Text(weight.ToString(CultureInfo.InvariantCulture)), default)], default);
        }
    }

    private static IEnumerable<DirectiveNode> On(ListSize? size)
    {
        if (size is null)
        {
            yield break;
        }

        var arguments = new List<ArgumentNode>();
        if (size.AssumedSize is { } assumed)
        {
            Add("assumedSize", new IntValueNode(assumed.ToString(CultureInfo.InvariantCulture), default));
        }

        AddNames("slicingArguments", size.SlicingArguments);
        AddNames("sizedFields", size.SizedFields);
        if (!size.RequireOneSlicingArgument)
        {
            Add("requireOneSlicingArgument", new BooleanValueNode(false, default));
        }

        yield return new DirectiveNode("listSize", [.. arguments], default);

        void Add(string name, ValueNode value) => arguments.Add(new ArgumentNode(name, value, default));

        void AddNames(string name, IReadOnlyList<string> names)
        {
            if (names.Count > 0)
            {
                Add(name, new ListValueNode([.. names.Select(Text)], default));
            }
        }
    }

    private static StringValueNode Text(string text) => new(text, IsBlock: false, default);
}
