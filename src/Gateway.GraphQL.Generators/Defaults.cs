using System;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Gateway.GraphQL.Generators;

/// <summary>The default values of arguments and input fields, as GraphQL literals.</summary>
internal static class Defaults
{
    /// <summary>The literal; null for none. False if the default has no literal.</summary>
    public static bool TryGet(ISymbol source, IParameterSymbol? parameter, TypeShape shape, out string? literal)
    {
        literal = null;
        if (source.Find(Annotation.DefaultValueSyntax)?.Text() is { } syntax)
        {
            literal = syntax;
            return true;
        }

        // A C# default of null only makes the argument optional, so it is not a default value in the schema.
        var attribute = source.Find(Annotation.DefaultValue);
        var constant = attribute is { ConstructorArguments: [{ Kind: not TypedConstantKind.Array } given] } ? given.Value
            : parameter is { HasExplicitDefaultValue: true } ? parameter.ExplicitDefaultValue
            : null;
        return constant is null || (literal = LiteralOf(constant, shape.Innermost.Bare)) is not null;
    }

    private static string? LiteralOf(object constant, ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Enum)
        {
            var value = type.GetMembers().OfType<IFieldSymbol>()
                .FirstOrDefault(field => !field.IsSchemaless() && field.ConstantValue!.Equals(constant));
            return value is null ? null : Names.OfEnumValue(value);
        }

        return constant switch
        {
            bool flag => flag ? "true" : "false",
            string text => Quote(text),
            int or long or short or byte => Convert.ToString(constant, CultureInfo.InvariantCulture),
            double number => CodeWriter.Number(number),
            float number => CodeWriter.Number(number),
            _ => null,
        };
    }

    private static string Quote(string text)
    {
        var result = new StringBuilder("\"");
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '"' or '\\' => result.Append('\\').Append(letter),
                < ' ' => result.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture)),
                _ => result.Append(letter),
            };
        }

        return result.Append('"').ToString();
    }
}
