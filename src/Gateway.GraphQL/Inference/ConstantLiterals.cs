using System.Globalization;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Inference;

/// <summary>Converts C# constants to GraphQL literals.</summary>
internal static class ConstantLiterals
{
    public static ValueNode Of(object constant, GraphQLType type) => (type.Named, constant) switch
    {
        (EnumType values, _) => new EnumValueNode(NameOf(values, constant), default),
        (_, bool flag) => new BooleanValueNode(flag, default),
        (_, string text) => new StringValueNode(text, IsBlock: false, default),
        (_, int or long or short or byte) => new IntValueNode(Convert.ToString(constant, CultureInfo.InvariantCulture)!, default),
        (_, double number) => OfNumber(number),
        (_, float number) => OfNumber(number),
        _ => throw new SchemaException(
            $"A default of type {constant.GetType()} has no literal of type `{type}`: use [DefaultValueSyntax]."),
    };

    private static ValueNode OfNumber(double number)
    {
        var digits = number.ToString("R", CultureInfo.InvariantCulture);
        return digits.AsSpan().ContainsAny('.', 'E') ? new FloatValueNode(digits, default) : new IntValueNode(digits, default);
    }

    private static string NameOf(EnumType type, object constant) =>
        type.Values.FirstOrDefault(value => value.RuntimeValue.Equals(constant))?.Name
            ?? throw new SchemaException($"The default {constant} is no value of the enum `{type}`.");
}
