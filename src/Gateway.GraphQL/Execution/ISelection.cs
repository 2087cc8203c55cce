using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution;

/// <summary>A field of an operation, after fragments are spread and equal response names are merged.</summary>
public interface ISelection
{
    string ResponseName { get; }

    /// <summary>
    /// The arguments as written in the document. <see cref="ArgumentCoercionHelper.TryCoerceArguments"/> replaces the variables in them.
    /// </summary>
    ArgumentMap Arguments { get; }
}

/// <summary>The arguments of a selection, including omitted ones with a default value.</summary>
public sealed class ArgumentMap : Dictionary<string, ArgumentValue>
{
    internal ArgumentMap()
        : base(StringComparer.Ordinal)
    {
    }

    internal static ArgumentMap Of(OutputField field, FieldNode node)
    {
        var map = new ArgumentMap();
        foreach (var definition in field.Arguments)
        {
            map[definition.Name] = new ArgumentValue(definition.DefaultValue);
        }

        foreach (var argument in node.Arguments)
        {
            map[argument.Name] = new ArgumentValue(argument.Value);
        }

        return map;
    }
}

/// <summary>An argument's value as a GraphQL literal; null if it is omitted.</summary>
public sealed class ArgumentValue
{
    internal ArgumentValue(ValueNode? valueLiteral) => ValueLiteral = valueLiteral;

    public ValueNode? ValueLiteral { get; }
}
