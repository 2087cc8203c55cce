using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Types.Input;
using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>
/// Literals must be valid for the expected type, by the input coercion rules of the type (GraphQL September 2025, §5.6.1,
/// https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type).
/// </summary>
internal sealed class ValuesOfCorrectType() : ValidationRule("Values-of-Correct-Type"), IRule<InputLiteral>
{
    public void Check(InputLiteral literal, ValidationContext context)
    {
        var (node, type) = literal;
        if (type is not null && Fault(node, type, context) is { } fault)
        {
            context.Report(this, fault, node.Location);
        }
    }

    private static string? Fault(ValueNode node, GraphQLType type, ValidationContext context)
    {
        if (node is NullValueNode)
        {
            return type.IsNonNull ? $"A value of type `{type}` can't be null." : null;
        }

        if (node is ListValueNode && type.Nullable is ListType)
        {
            return null;
        }

        // A value in place of a list is a list of one item (§3.11).
        return type.Named switch
        {
            ScalarType scalar when scalar.Parse(node) is null => FaultOfScalar(InputText.Of(node), type, scalar),
            EnumType @enum => FaultOfEnum(node, @enum, context),
            InputObjectType inputObject => FaultOfInputObject(node, inputObject),
            _ => null,
        };
    }

    private static string FaultOfScalar(string given, GraphQLType type, ScalarType scalar) =>
        $"`{type}` expects {scalar.Expectation}, not {given}.{scalar.Advise(given)}";

    private static string? FaultOfEnum(ValueNode node, EnumType type, ValidationContext context)
    {
        var name = (node as EnumValueNode)?.Value;
        if (name is not null && type.TryGetValue(name, out _))
        {
            return null;
        }

        var meant = name ?? (node as StringValueNode)?.Value;
        var advice = meant is null ? "" : context.Suggest(meant, type.Values.Select(value => value.Name));
        return $"`{type}` expects one of its values, not {InputText.Of(node)}.{advice}";
    }

    private static string? FaultOfInputObject(ValueNode node, InputObjectType type)
    {
        if (node is not ObjectValueNode { Fields: var fields })
        {
            return $"`{type}` expects an input object, not {InputText.Of(node)}.";
        }

        // @oneOf (§3.10.1). AllVariableUsagesAreAllowed rejects a nullable variable as the field's value.
        return type.IsOneOf && (fields.Length != 1 || fields[0].Value is NullValueNode)
            ? $"`{type}` expects exactly one field, and that not null."
            : null;
    }
}
